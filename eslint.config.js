import tseslint from 'typescript-eslint';

const vagueNames = {
  regex: '/(utils?|helpers?|common|constants)(\\.m?[jt]sx?)?$',
  message: 'A file is named after the noun that it is about.',
};
const inStaticPages = {
  regex: '^next/(link|script|dynamic)$',
  message: 'Pages ship no client runtime: write <a> or a plain <script>; see “No client runtime” in docs.',
};
const clientImage = {
  name: 'next/image',
  importNames: ['default'],
  message: 'The component is for the client runtime, which pages do not ship. Use getImageProps.',
};

/** Imports run app → components → lib; a folder of the two lower ones may not import from these. */
function importsOf(...patterns) {
  return {
    'no-restricted-imports': ['error', { paths: [clientImage], patterns: [vagueNames, inStaticPages, ...patterns] }],
  };
}

const syntax = [{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that declares it.' }];
const noDefaultExport = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name; default exports are for files that Next or a tool reads.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '.next/',
      '.open-next/',
      '.vercel/',
      '.contentlayer/',
      '.slugline/',
      'node_modules/',
      'public/',
      'next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    // tsc does not read these, so there are no types to check by.
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    rules: {
      ...importsOf(),
      'no-restricted-syntax': ['error', ...syntax, ...noDefaultExport],
      'no-empty': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // JSON.parse of what we wrote ourselves gets its type by annotation; the alternative is a cast.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Kysely documents destructuring its functions.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['lib/**'],
    rules: importsOf({ regex: '(^|/)(components|app)/', message: 'lib knows no component and no route.' }),
  },
  {
    files: ['components/**'],
    rules: importsOf({
      regex: '(^@/app/|/lib/edition/)',
      message: 'A component neither queries nor knows its route: its data come in by props.',
    }),
  },
  {
    files: [
      'app/**/*.{ts,tsx}',
      '*.config.{ts,js,mjs}',
      'lib/page-cache/page-cache.mjs',
      'lib/bench/generators/astro/astro.config.mjs',
    ],
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
