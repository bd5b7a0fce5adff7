// Runs the checks and tests under the workspace's own Node.
const [command = 'test', ...rest] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `LAPOR! needs Node 24 and got ${process.versions.node}: the installation must have failed, see above.`,
  );
  process.exit(1);
}
await import('@oxc-node/core/register');
await import('reflect-metadata');
const { run } = await import('./src/index.ts');
await run(command, rest);
