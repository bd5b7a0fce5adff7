import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { startOrganisations } from '@lapor/service-organisations';
import type { PostRole } from '@lapor/viewer';
import { openDatabases } from '../open-databases.ts';
import { readSettings } from '../settings.ts';

const usage =
  'Usage: officer:register --email <address> --name <name> --role <role> --organisation <id> [--again]\n' +
  'For example: --role NATIONAL_ADMIN --organisation kemenpanrb. The officer gets a link by mail from the running platform.\n' +
  '--again sends another link, which renews password and second factor of an account that is active.';

/**
 * Invites an officer without anybody's authority: the first ones of an installation. The post is made here; the link is sent by the running platform,
 * or by the next one that starts.
 */
export async function registerOfficer(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: process.argv.slice(3).filter((argument) => argument !== '--'),
    options: {
      email: option,
      name: option,
      role: option,
      organisation: option,
      again: { type: 'boolean', default: false },
    },
  });
  const { email, name, role, organisation, again } = values;
  if (!email || !name || !role || !organisation) throw new Error(usage);
  const settings = readSettings(process.env);
  const databases = await openDatabases(settings);
  try {
    await using organisations = await startOrganisations({
      databaseUrl: databases.urls.organisations,
      organisationsSecret: settings.secrets.organisations,
      filesDirectory: join(settings.dataDirectory, 'files'),
      clock: systemClock,
      logger: createLogger('organisations', settings.logLevel),
    });
    // The role is checked with everything else.
    const outcome = await organisations.registerFirstOfficer({
      email,
      name,
      role: role as PostRole,
      organisationId: organisation,
      again,
    });
    if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}\n${usage}`);
    console.log(
      outcome.value.isInvited
        ? `Invited as ${role} at ${organisation}. The link is valid for 7 days.`
        : 'The officer is invited already or can sign in; the post stands.',
    );
  } finally {
    // A server that ran before may be that of a running platform.
    if (!databases.ranBefore) await databases.stop();
  }
}
