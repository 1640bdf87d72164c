import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { OperationName, Parsed } from '../../src/contract/contract.ts';
import { failure } from '../../src/contract/errors.ts';
import { MOST_FILES } from '../../src/contract/imports.ts';

/** Most paths remembered at a time, more than one drop may bring; the oldest go first. */
const MOST = 2 * MOST_FILES;

/**
 * The paths that a window may name. It learns a path only from a person's deed (a dialog, a drop, a file handed to the app),
 * so a page that was taken over can name none of its own.
 */
export interface Grants {
  /** Allows a path that a person chose, and gives it back absolute. */
  grant(path: string): string;
  /** Whether a window may name this file or folder. */
  granted(path: string): boolean;
  /** The path, absolute; throws `not-allowed` for one that nobody chose. */
  demand(path: string): string;
}

/** `standing`: paths that need no deed, such as the libraries opened before. */
export function createGrants(standing: () => readonly string[]): Grants {
  const chosen = new Set<string>();
  const granted = (path: string): boolean => isAbsolute(path) && (chosen.has(resolve(path)) || standing().some((one) => resolve(one) === resolve(path)));
  return {
    granted,
    grant(path) {
      const full = resolve(path);
      chosen.delete(full);
      chosen.add(full);
      const [oldest] = chosen;
      if (chosen.size > MOST && oldest !== undefined) chosen.delete(oldest);
      return full;
    },
    demand(path) {
      if (!granted(path)) throw failure('not-allowed', 'Sheaf opens only files and folders that were chosen, dropped or handed to it. Choose this one in the dialog.', { details: { reason: 'not-chosen' } });
      return resolve(path);
    },
  };
}

/** Commands that put paths into the library: a window runs them only through operations whose paths are looked at. */
const NAMES_PATHS = /^(?:attachment\.(?:add|addAll|place)|library\.import)$/;

/** Throws `not-allowed` where a window names a path in an operation that the engine answers. */
export function demandNamedPaths({ demand }: Grants, name: OperationName, input: unknown): void {
  for (const path of namedPaths(name, input)) demand(path);
}

/** The paths in what a window asks of the engine. */
function namedPaths(name: OperationName, input: unknown): readonly string[] {
  switch (name) {
    case 'import.preview': {
      const { source } = input as Parsed<'import.preview'>;
      return 'file' in source ? [source.file] : 'files' in source ? source.files : [];
    }
    case 'attachment.bring': {
      const { files, link } = input as Parsed<'attachment.bring'>;
      return files.filter((file) => !link || !/^https?:\/\//i.test(file));
    }
    case 'attachment.replace': return [(input as Parsed<'attachment.replace'>).file];
    case 'attachment.detach': return [(input as Parsed<'attachment.detach'>).to];
    case 'papers.query': {
      const { scope } = input as Parsed<'papers.query'>;
      return scope.in === 'cited' ? [scope.manuscript] : [];
    }
    case 'manuscript.look': case 'manuscript.entries': return [(input as Parsed<'manuscript.look'>).file];
    case 'attachment.find': return [(input as Parsed<'attachment.find'>).folder];
    case 'command.run': {
      if (namesPaths(input as Parsed<'command.run'>)) throw failure('not-allowed', 'A window adds files only by choosing them.');
      return [];
    }
    default: return [];
  }
}

const Drafted = z.object({ draft: z.object({ files: z.array(z.unknown()).min(1) }) });
const namesPaths = ({ name, input }: Parsed<'command.run'>): boolean => NAMES_PATHS.test(name) || (name === 'paper.add' && Drafted.safeParse(input).success);
