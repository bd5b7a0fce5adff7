/** How an agency's own sign-in sent somebody back: a second proof is still wanted, or the platform did not let them in. */
export type SignInReturn = 'second-factor' | 'refused';

const PARAMETER = 'sign-in';

/** Reads `?sign-in=…` and the address without it. */
export function signInReturnOf(search: string): { came: SignInReturn | null; rest: string } {
  const query = new URLSearchParams(search);
  const value = query.get(PARAMETER);
  query.delete(PARAMETER);
  const rest = query.toString();
  return {
    came: value === 'second-factor' || value === 'refused' ? value : null,
    rest: rest ? `?${rest}` : '',
  };
}
