import fastify from 'fastify';
import { createTokens } from '@lapor/viewer';
import { describe, expect, it } from 'vitest';
import { httpContactBook } from '../src/modules/contacts/index.ts';
import { SECRET } from './running-channels.ts';

describe('asking other processes for an address', () => {
  it('takes the report’s own address, else that of the account, with a service token', async () => {
    const tokens = createTokens(SECRET);
    const asked: string[] = [];
    const owners = fastify();
    const contacts: Record<string, object> = {
      own: { email: 'warga@example.test', phone: null, accountId: 'account-1' },
      account: { email: null, phone: '+62000', accountId: 'account-1', language: 'en' },
      gone: { email: null, phone: null, accountId: 'account-2' },
      silent: { email: null, phone: null, accountId: null },
    };
    owners.addHook('onRequest', async (request, reply) => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
      if ((await tokens.verifyService(token)) !== 'channels') return reply.code(401).send();
    });
    owners.post<{ Body: { reportId: string } }>('/internal/contacts', async ({ body }, reply) => {
      if (body.reportId === 'broken') return reply.code(500).send();
      return contacts[body.reportId] ?? reply.code(404).send();
    });
    owners.post<{ Body: { accountId: string } }>('/internal/addresses', async ({ body }, reply) => {
      asked.push(body.accountId);
      return body.accountId === 'account-1' ? { email: 'akun@example.test' } : reply.code(404).send();
    });
    owners.post<{ Body: { organisationId: string } }>('/internal/heads/contact', async ({ body }, reply) =>
      body.organisationId === 'unit'
        ? { name: 'Fulanah', title: 'Kepala Dinas', email: 'kepala@contoh.go.id', address: null }
        : body.organisationId === 'tanpa-surel'
          ? { name: null, title: 'Bupati', email: null, address: 'Jl. Contoh 1' }
          : reply.code(404).send(),
    );
    owners.post<{ Body: { handOverId: string } }>('/internal/hand-overs/link', async ({ body }, reply) =>
      body.handOverId === 'open' ? { path: '/instansi/serah-terima#abc.def' } : reply.code(404).send(),
    );
    owners.post<{ Body: { letterId: string } }>('/internal/letters/pdf', async ({ body }, reply) =>
      body.letterId === 'approved'
        ? { fileName: 'surat.pdf', pdf: Buffer.from('%PDF-').toString('base64') }
        : reply.code(404).send(),
    );
    const url = await owners.listen({ port: 0, host: '127.0.0.1' });
    const book = httpContactBook({
      reportsUrl: url,
      identityUrl: url,
      organisationsUrl: url,
      slaUrl: url,
      tokens,
    });
    const contactFor = (reportId: string) =>
      book.contactFor({ kind: 'REPORTER', template: 'report-answered', reportId });

    expect(await contactFor('own')).toEqual({
      email: 'warga@example.test',
      phone: undefined,
      language: 'id',
    });
    expect(asked).toEqual([]);
    expect(await contactFor('account')).toEqual({
      email: 'akun@example.test',
      phone: '+62000',
      language: 'en',
    });
    expect(await contactFor('gone')).toMatchObject({ email: undefined });
    expect(await contactFor('silent')).toMatchObject({ email: undefined });
    expect(await contactFor('unknown')).toBeNull();
    await expect(contactFor('broken')).rejects.toThrow('500');
    const headOf = (organisationId: string, handOverId = 'open') =>
      book.contactFor({ kind: 'HEAD', handOverId, organisationId });
    expect(await headOf('unit')).toEqual({
      email: 'kepala@contoh.go.id',
      language: 'id',
      facts: { headTitle: 'Kepala Dinas', headName: 'Fulanah', path: '/instansi/serah-terima#abc.def' },
    });
    expect(await headOf('tanpa-surel')).toMatchObject({ email: undefined });
    expect(await headOf('tidak-dikenal')).toBeNull();
    // Nothing is sent for a hand-over that has ended meanwhile.
    expect(await headOf('unit', 'ended')).toBeNull();
    const letterTo = (organisationId: string, letterId = 'approved') =>
      book.contactFor({ kind: 'LETTER', letterId, organisationId });
    expect(await letterTo('unit')).toEqual({
      email: 'kepala@contoh.go.id',
      language: 'id',
      facts: { headTitle: 'Kepala Dinas' },
      attachment: { fileName: 'surat.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-') },
    });
    // Nothing leaves that no person has approved.
    expect(await letterTo('unit', 'draft')).toBeNull();
    await owners.close();
    await expect(contactFor('own')).rejects.toThrow();
  });
});
