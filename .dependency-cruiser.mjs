// Import directions of docs/architecture.md. `packages/checks` fails when fewer modules than expected were looked at.

const service = '^services/([^/]+)/';
const OTHER_SERVICE = '^services/(?!$1/)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '(^|/)tests?/|\\.test\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circle-of-types',
      comment:
        'In applications and packages, types of a circle stand in a file of their own; modules of a service share their context.',
      severity: 'error',
      from: { path: '^(packages|web-[a-z]+)/', pathNot: '(^|/)tests?/|\\.test\\.tsx?$' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|^(geojson|topojson-specification)$' },
    },
    {
      name: 'service-imports-no-other-service',
      comment: 'Across services there are entity references and events only.',
      severity: 'error',
      from: { path: service },
      to: { path: OTHER_SERVICE },
    },
    {
      name: 'only-the-platform-composes-services',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/(platform|checks)/' },
      to: { path: '^services/' },
    },
    {
      name: 'applications-know-no-service',
      severity: 'error',
      from: { path: '^web-(citizen|agency|admin)/src/|^packages/(ui|wording|web-client|staff)/' },
      to: { path: '^services/|^packages/(database|events|subgraph|viewer|sealing|platform)/' },
    },
    {
      name: 'applications-know-no-other',
      severity: 'error',
      from: { path: '^(web-(?:citizen|agency|admin))/' },
      to: { path: '^web-(citizen|agency|admin)/', pathNot: '^$1/' },
    },
    {
      name: 'ui-holds-looks-only',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^packages/(?!ui/)|urql|gql\\.tada' },
    },
    {
      name: 'modules-meet-at-their-index',
      comment:
        'A module is entered through index.ts; the composition (schema, context, service) may take graph types from inside.',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/modules/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^services/$1/src/modules/',
        pathNot: '^services/$1/src/modules/($2/|[^/]+/(index|graphql-index|vocabulary)\\.ts$)',
      },
    },
    {
      name: 'rules-do-no-io',
      severity: 'error',
      from: { path: '/(lifecycle|policy|policy-[a-z]+|vocabulary)\\.ts$' },
      to: { path: 'repository|@mikro-orm|/pg/|fastify' },
    },
    {
      name: 'only-environment-reads-process-env',
      severity: 'error',
      from: { path: '^services/[^/]+/src/modules/' },
      to: { path: '/environment\\.ts$' },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/tests?/|(^|/)testing/' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|graphql-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
