import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const keyHandling = [
  { selector: "JSXAttribute[name.name=/^onKey(Down|Up|Press)(Capture)?$/]", message: 'Keys go through src/keys (IME guard, one registry).' },
  { selector: "CallExpression[callee.property.name='addEventListener'][arguments.0.value=/^key/]", message: 'Keys go through src/keys (IME guard, one registry).' },
  { selector: "CallExpression[callee.name='addEventListener'][arguments.0.value=/^key/]", message: 'Keys go through src/keys (IME guard, one registry).' },
];
const colours = [
  { selector: "Literal[value=/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/]", message: 'No colour value in a component; use an alias of tokens.css.' },
  { selector: "JSXAttribute[name.name='placeholder']", message: 'No placeholder text; put the example in the help line.' },
];
const leaning = (patterns) => ['error', { patterns }];

export default tseslint.config(
  { ignores: ['target', 'node', 'node_modules', 'dist'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...keyHandling, ...colours],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  { files: ['src/keys/**'], rules: { 'no-restricted-syntax': ['error', ...colours] } },
  {
    // shared parts never lean on a feature or on the application
    files: ['src/{api,components,config,format,i18n,keys,jp}/**'],
    rules: { 'no-restricted-imports': leaning([{ group: ['@/features/*', '@/app/*', '@/testing/*', '**/features/**'], message: 'Shared parts lean on nothing above them.' }]) },
  },
  {
    // no feature leans on the application; features do not import one another (each names its own folder by relative path)
    files: ['src/features/**'],
    rules: { 'no-restricted-imports': leaning([{ group: ['@/app/*', '@/features/*', '@/testing/*'], message: 'Features are put together by the route.' }]) },
  },
  { files: ['src/**/*.test.{ts,tsx}', 'src/testing/**'], rules: { 'no-restricted-imports': 'off', 'no-restricted-syntax': 'off' } },
);
