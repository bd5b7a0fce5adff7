import { randomUUID } from 'node:crypto';

/** Somebody with a browser's cookies and opened reports, but without a browser. */
export interface Person {
  /** Runs a document; throws on transport faults, gives data and errors as they came. */
  ask<Data = any>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data: Data; errors?: { message: string; extensions?: { code?: string } }[] }>;
  /** Calls a mutation of the form `name(input)`; gives its result. */
  do(mutation: string, input: Record<string, unknown>, selection?: string): Promise<any>;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  /** Sends these grants from now on. */
  open(...grants: string[]): void;
}

const CHANGED = `__typename ... on ReportChanged { report { id state handler { id } } } ... on InvalidInput { fields { path code } } ... on UserError { code }`;

/** A new person at the platform's origin. @param address where the platform's proxy says that they come from */
export function person(origin: string, address?: string): Person {
  const cookies = new Map<string, string>();
  const grants: string[] = [];
  const headers = () => ({
    'content-type': 'application/json',
    'x-lapor-client': 'contract-test',
    origin,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(address ? { 'x-forwarded-for': address } : {}),
    ...(grants.length > 0 ? { 'report-grant': grants.join(', ') } : {}),
  });
  const post = async (path: string, body: unknown) => {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(body),
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const [name, ...value] = pair!.split('=');
      if (/max-age=0/i.test(cookie)) cookies.delete(name!);
      else cookies.set(name!, value.join('='));
    }
    return response;
  };
  const ask: Person['ask'] = async (query, variables) => {
    const response = await post('/graphql', { query, variables });
    if (!response.headers.get('content-type')?.includes('json'))
      throw new Error(`The graph answered ${response.status}`);
    return (await response.json()) as never;
  };
  return {
    ask,
    get: (path) => fetch(origin + path, { headers: headers(), redirect: 'manual' }),
    post,
    async do(mutation, input, selection = CHANGED) {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const { data, errors } = await ask(
        `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${selection} } }`,
        { input },
      );
      if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
      return data.result;
    },
    open: (...more) => void grants.push(...more),
  };
}

/** A complete submission about a road in Kuranji, Padang. */
export const roadReport = () => ({
  submissionKey: randomUUID(),
  kind: 'COMPLAINT',
  title: 'Jalan berlubang di depan pasar',
  text: 'Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu.',
  regionCode: '13.71.09',
  categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
  reporter: { email: 'warga@contoh.id' },
});
