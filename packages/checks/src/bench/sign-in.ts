import { Secret, TOTP } from 'otpauth';
import { request } from 'undici';
import type { Client } from 'pg';
import { OFFICER_PASSWORD, OFFICER_TOTP_SECRET, officerMail, PORTS } from './settings.ts';

const origin = `http://127.0.0.1:${PORTS.platform}`;

/** Signs an officer in as people do, with password and code; gives the session's cookie. */
export async function signIn(email: string, source: string): Promise<string> {
  const cookies = new Map<string, string>();
  const send = async (path: string, body: object) => {
    const answer = await request(`${origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin,
        'x-forwarded-for': source,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  await send('/auth/sign-in/email', { email, password: OFFICER_PASSWORD });
  const secret = new Secret({ buffer: new TextEncoder().encode(OFFICER_TOTP_SECRET).buffer });
  await send('/auth/two-factor/verify-totp', { code: new TOTP({ secret }).generate() });
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Sessions of the officers whose inbox fills a page, with the organisation each opens. */
export async function signInOfficers(
  admin: Client,
  inboxPage: number,
): Promise<{ cookie: string; organisationId: string }[]> {
  const { rows } = await admin.query<{ email: string; organisationId: string }>(
    `select a.email, p.organisation_id as "organisationId" from identity.account a join identity.account_post p on p.account_id = a.id
     where a.email like $1 and $2 <= (select count(*) from reports.inbox_entry e where e.organisation_id = p.organisation_id and e.bucket = 'WAITING_FOR_US')
     order by a.id`,
    [officerMail(0).replace('0', '%'), inboxPage],
  );
  const officers = [];
  for (const [index, { email, organisationId }] of rows.entries())
    officers.push({ cookie: await signIn(email, `10.1.0.${index + 1}`), organisationId });
  return officers;
}
