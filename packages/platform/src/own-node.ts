import { delimiter, dirname } from 'node:path';

/** The environment for programs that start `node` by name: this one comes first, whatever the machine has. */
export const ownNode = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
});
