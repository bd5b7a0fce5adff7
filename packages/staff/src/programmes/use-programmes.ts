import { useSession } from '../session/session-context.ts';
import { useAskWhile } from '../loading/use-ask-while.ts';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { ProgrammesDocument } from './programmes.graphql.ts';

/** All programmes, asked for again while open reports are looked through for one of them. */
export function useProgrammes() {
  const { workplace } = useSession();
  const [{ data, error, fetching }, ask] = useSteadyQuery({
    query: ProgrammesDocument,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const programmes = data?.priorityProgrammes;
  useAskWhile(programmes?.some(({ isBeingApplied }) => isBeingApplied) ?? false, fetching, ask);
  return {
    programmes,
    error,
    fetching,
    reload: () => ask({ requestPolicy: 'network-only' }),
    /** Rules are written by KSP's monitors; the server judges it once more. */
    canManage: workplace.roles.includes('KSP_MONITOR'),
  };
}
