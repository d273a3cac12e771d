/** Publishing to a folder of this machine. */
import { describe } from 'vitest';
import { openFolder } from '../../src/publish/folder-place.js';
import { temporaryFolder } from '../support/folder.js';
import { publishScenarios } from './scenarios.js';

describe('a folder', () => {
  publishScenarios(() => {
    const parent = temporaryFolder();
    return { parent, open: () => openFolder(parent) };
  });
});
