import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';

/** The rooms of src that compute and touch nothing: no Node, no Electron, no DOM. */
const pure = ['model', 'library', 'formats', 'identify', 'citation', 'search', 'contract'].map((room) => `./src/${room}`);

/** Who may import whom. `target` may not import from `from`, but for `except`. */
const walls = [
  { target: './src/model', from: ['./src', './electron', './renderer'], except: ['./model/**'], message: 'src/model imports nothing of ours.' },
  { target: pure, from: ['./src/services', './src/cli'], message: 'A pure room imports only pure rooms.' },
  { target: './src', from: ['./electron', './renderer'], message: 'src knows neither Electron nor React.' },
  { target: './electron', from: './renderer', message: 'electron and renderer never import each other.' },
  { target: './renderer', from: ['./electron', './src/services', './src/cli'], message: 'The renderer reaches the rest through the contract.' },
  { target: './renderer/ui', from: ['./renderer/stores', './renderer/features', './renderer/client', './renderer/actions', './src'], message: 'renderer/ui knows no paper and no store.' },
];

const onlyElectron = { name: 'electron', message: 'Only electron/ imports electron.' };
const noNode = { group: ['node:*'], message: 'Pure rooms and windows have no Node.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.json'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: walls.flatMap((wall) => [wall.target].flat().map((target) => ({ ...wall, target }))) }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', { paths: [onlyElectron] }],
      'no-console': 'error',
    },
  },
  { files: ['src/{model,library,formats,identify,citation,search,contract}/**', 'renderer/**'], rules: { 'no-restricted-imports': ['error', { paths: [onlyElectron], patterns: [noNode] }] } },
  { files: ['electron/**', 'tests/e2e/**', 'tests/helpers/**', 'tests/bench/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['electron/runtime/**', 'tests/**', 'src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['renderer/**'],
    ignores: ['renderer/client/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'sheaf', message: 'Only renderer/client touches the bridge.' }], 'no-restricted-syntax': ['error', { selector: "MemberExpression[object.name='window'][property.name='sheaf']", message: 'Only renderer/client touches the bridge.' }] },
  },
  {
    files: ['renderer/features/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [onlyElectron], patterns: [noNode, { regex: '^\\.\\./(\\.\\./)*(library|abstract|triage|pdf|notes|cite|discover|activity|settings|import)/(?!index)', message: 'A feature reaches another one only through its index.ts.' }] }] },
  },
  { files: ['renderer/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
);
