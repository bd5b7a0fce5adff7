import type { Deps } from '../../deps.ts';
import { stepOfCode } from './totp.ts';

type CodeDeps = Pick<Deps, 'database' | 'authSecret'>;

interface Factor {
  secret: string;
  lastUsedStep: number | null;
}

async function findFactor({ database }: CodeDeps, accountId: string): Promise<Factor | undefined> {
  const [factor] = await database.query<Factor>(
    'totp-last-use',
    'select secret, last_used_step as "lastUsedStep" from second_factor where "userId" = $1 and verified',
    [accountId],
  );
  return factor;
}

/** Whether a code is one of now that was used before, or older than one that was: whoever has looked over a shoulder has nothing. */
export async function isUsedCode(deps: CodeDeps, accountId: string, code: string): Promise<boolean> {
  const factor = await findFactor(deps, accountId);
  if (!factor || factor.lastUsedStep === null) return false;
  const step = await stepOfCode(deps.authSecret, factor.secret, code);
  return step !== null && step <= factor.lastUsedStep;
}

/** Uses a right code up. `false` when it was used before: of two requests with one code only one gets through. */
export async function useCode(deps: CodeDeps, accountId: string, code: string): Promise<boolean> {
  const factor = await findFactor(deps, accountId);
  const step = factor ? await stepOfCode(deps.authSecret, factor.secret, code) : null;
  if (step === null) return false;
  const used = await deps.database.query(
    'totp-use',
    `update second_factor set last_used_step = $2
     where "userId" = $1 and (last_used_step is null or last_used_step < $2) returning id`,
    [accountId, step],
  );
  return used.length > 0;
}
