import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pure = ['src/model', 'src/library', 'src/formats', 'src/identify', 'src/citation', 'src/search', 'src/contract'];

/** Who may not import whom. A room of `from` may not import one of `target`, but for those of `except`. */
const walls = [
  { from: ['src/model'], target: ['src', 'electron', 'renderer'], except: ['src/model'], message: 'src/model imports nothing of ours.' },
  { from: pure, target: ['src/services', 'src/cli'], except: [], message: 'A pure room imports only pure rooms.' },
  { from: ['src'], target: ['electron', 'renderer'], except: [], message: 'src knows neither Electron nor React.' },
  { from: ['electron'], target: ['renderer'], except: [], message: 'electron and renderer never import each other.' },
  { from: ['renderer'], target: ['electron', 'src/services', 'src/cli'], except: [], message: 'The renderer reaches the rest through the contract.' },
  { from: ['renderer/client', 'renderer/stores', 'renderer/messages'], target: ['renderer/features', 'renderer/actions'], except: [], message: 'What is shown and said knows nothing of who shows it.' },
  { from: ['renderer/ui'], target: ['renderer/stores', 'renderer/features', 'renderer/client', 'renderer/actions', 'src'], except: [], message: 'renderer/ui knows no paper and no store.' },
];

const isIn = (file, rooms) => rooms.some((room) => file === room || file.startsWith(`${room}/`));

const featureOf = (file) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];

/** Whether an import goes past the door of another feature. */
const pastDoor = (from, target) => isIn(from, ['renderer']) && featureOf(target) !== undefined && featureOf(from) !== featureOf(target) && !/^renderer\/features\/[^/]+\/index\.tsx?$/.test(target);

/** The message of the first wall that an import goes through, or undefined. Files are relative to the project. */
export function breach(from, target) {
  if (pastDoor(from, target)) return 'A feature is reached only through its index.ts.';
  return walls.find((wall) => isIn(from, wall.from) && isIn(target, wall.target) && !isIn(target, wall.except))?.message;
}

/** The linter's rule that holds the walls between the rooms. */
export const wallsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/');
    const look = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const target = relative(root, resolve(dirname(context.filename), source)).split(sep).join('/');
      const message = breach(from, target);
      if (message) context.report({ node, message });
    };
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look, ImportExpression: look };
  },
};
