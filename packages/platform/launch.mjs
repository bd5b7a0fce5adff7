// Runs a command of the platform under the workspace's own Node. Plain JavaScript, so that an old Node can at least say what is wrong.
const [command = 'start'] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `LAPOR! needs Node 24 and got ${process.versions.node}. The workspace brings it on Linux (x64, arm64): the installation must have failed, see above. Elsewhere install Node 24 or newer.`,
  );
  process.exit(1);
}
await import('@oxc-node/core/register');
await import('reflect-metadata');
const { run } = await import('./src/commands/index.ts');
await run(command);
