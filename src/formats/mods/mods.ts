import type { Format } from '../format.ts';
import { readMods } from './read.ts';
import { modsWriters } from './write.ts';

/** MODS 3 (Library of Congress), alone, in a collection, or inside METS. */
export const mods: Format = { name: 'mods', extensions: ['xml', 'mods'], recognise: (head) => (/<(?:\w+:)?mods(?:Collection)?[\s>]/.test(head) ? (/<(?:\w+:)?mets[\s>]/.test(head) ? 0.9 : 0.97) : 0), read: readMods, ...modsWriters };
