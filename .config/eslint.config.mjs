import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import { wallsRule } from './walls.mjs';
import { wordsRule } from './words.mjs';

const onlyElectron = { name: 'electron', message: 'Only electron/ imports electron.' };
const noNode = { group: ['node:*'], message: 'Pure rooms and windows have no Node.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { sheaf: { rules: { walls: wallsRule, words: wordsRule } } },
    rules: {
      'sheaf/walls': 'error',
      'sheaf/words': 'error',
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
  { files: ['renderer/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
);
