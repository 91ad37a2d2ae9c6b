import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

// Zones come from the folders: a feature never imports another one, and what lies below knows no feature.
const features = readdirSync(new URL('./src/features', import.meta.url))

const forbid = (files, regex, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
})

const zones = [
  ...features.map((feature) =>
    forbid(
      [`src/features/${feature}/**/*.{ts,tsx}`],
      `^@/app/|^@/features/(?!${feature}/)|^(\\.\\./)+(app|features)/|^\\.\\./(\\.\\./)*(${features.filter((f) => f !== feature).join('|')})(/|$)`,
      'A feature imports from api, components, lib or itself; pages that join features live in app.',
    ),
  ),
  forbid(
    ['src/{api,components,lib}/**/*.{ts,tsx}'],
    '^@/(app|features)/|^(\\.\\./)+(app|features)/',
    'api, components and lib know no feature.',
  ),
]

export default tseslint.config(
  { ignores: ['dist', 'src/api/generated', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  hooks.configs.flat.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['e2e/**/*.ts', '*.{js,mjs,ts}'], languageOptions: { globals: globals.node } },
  ...zones,
)
