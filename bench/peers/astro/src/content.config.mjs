import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  files: defineCollection({
    loader: glob({ pattern: '**/*.md', base: './content', generateId: ({ entry }) => entry }),
  }),
};
