const pages = /^\/(?:akun|laporan)(?:\/[\w-]+)*$/;

/** Where signing in leads, as the address of the sign-in page says; only pages of this application, else the own reports. */
export function returnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('ke') ?? '';
  return pages.test(wanted) ? wanted : '/akun';
}

/** The sign-in page that leads back to `path`. */
export const signInPath = (path: string): string =>
  path === '/akun' ? '/masuk' : `/masuk?ke=${encodeURIComponent(path)}`;
