/**
 * JSON Schema for the keys of each kind of file, for editors that complete and underline YAML.
 *
 * In:  the schema that `readKeys` uses.
 * Out: the same in JSON Schema (draft 7, which editors know), every key under both of its names, choices in both
 *      languages, and numbers allowed where text is meant: YAML takes `2022` for a number, `read` does not.
 * Not here: what only the program can judge, such as whether an office is registered.
 */
import * as z from 'zod/mini';
import { CHOICES, NAMES, SCHEMAS, type FileKind } from './keys.js';

type Schema = Record<string, unknown>;

export function jsonSchemaOf(kind: FileKind): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...convert(SCHEMAS[kind], '') };
}

function convert(schema: z.core.$ZodType, key: string): Schema {
  if (schema instanceof z.ZodMiniOptional) return convert(schema.def.innerType, key);
  if (schema instanceof z.ZodMiniPipe) return convert(schema.def.in, key);
  if (schema instanceof z.ZodMiniUnion) return { anyOf: schema.def.options.map((option) => convert(option, key)) };
  if (schema instanceof z.ZodMiniArray) return { type: 'array', items: convert(schema.def.element, key) };
  if (schema instanceof z.ZodMiniEnum)
    return { enum: schema.options.flatMap((choice) => [choice, ...choicesOf(key, String(choice))]) };
  if (schema instanceof z.ZodMiniObject) return convertObject(schema);
  // A key without a value counts as absent.
  return { type: ['string', 'number', 'null'] };
}

function convertObject({ shape }: z.ZodMiniObject): Schema {
  const keys = Object.entries(shape).map(([key, value]) => ({
    names: [key, ...(NAMES[key] ? [NAMES[key].zh] : [])],
    isRequired: !(value instanceof z.ZodMiniOptional),
    schema: { ...convert(value, key), ...describe(key) },
  }));
  const required = keys.filter(({ isRequired }) => isRequired);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.flatMap(({ names, schema }) => names.map((name) => [name, schema]))),
    additionalProperties: false,
    ...(required.length > 0 && {
      allOf: required.map(({ names }) => ({ anyOf: names.map((name) => ({ required: [name] })) })),
    }),
  };
}

function describe(key: string): Schema {
  const name = NAMES[key];
  if (!name) return {};
  return { title: name.zh, ...(name.example !== undefined && { examples: [name.example] }) };
}

function choicesOf(key: string, choice: string): readonly string[] {
  return CHOICES[key]?.[choice] ?? [];
}
