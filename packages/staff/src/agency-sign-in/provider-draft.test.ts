import { describe, expect, it } from 'vitest';
import { domainsIn, EMPTY_PROVIDER, providerFaults, providerInput } from './provider-draft.ts';

const whole = {
  name: 'SSO Kota Padang',
  issuer: 'https://masuk.padang.example',
  clientId: 'lapor',
  mailDomains: 'padang.go.id',
  trustsSecondFactor: false,
};

describe('mail domains', () => {
  it('are read as people type them, each once', () => {
    expect(domainsIn('padang.go.id, @Padang.go.id\n dinas.padang.go.id;')).toEqual([
      'padang.go.id',
      'dinas.padang.go.id',
    ]);
  });
});

describe('the settings of an agency’s own sign-in', () => {
  it('miss everything in the order of the form', () => {
    expect(providerFaults(EMPTY_PROVIDER, '', true).map(({ fieldId }) => fieldId)).toEqual([
      'provider-name',
      'provider-issuer',
      'provider-client',
      'provider-secret',
      'provider-domains',
    ]);
  });

  it('need a secret only the first time', () => {
    expect(providerFaults(whole, '', false)).toEqual([]);
    expect(providerFaults(whole, '', true)).toHaveLength(1);
  });

  it('take only https and real domains', () => {
    expect(providerFaults({ ...whole, issuer: 'http://masuk.padang.example' }, 's', true)).toHaveLength(1);
    expect(providerFaults({ ...whole, mailDomains: 'padang' }, 's', true)).toEqual([
      { fieldId: 'provider-domains', message: 'provider.domainsInvalid' },
    ]);
  });

  it('leave the secret out where it stays as it was', () => {
    expect(providerInput(whole, '')).not.toHaveProperty('clientSecret');
    expect(providerInput(whole, 'new-secret').clientSecret).toBe('new-secret');
  });
});
