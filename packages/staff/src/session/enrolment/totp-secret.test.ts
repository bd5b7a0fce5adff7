import { describe, expect, it } from 'vitest';
import { inGroups, secretOf } from './totp-secret.ts';

describe('the secret of an authenticator', () => {
  it('is read from the address that the QR code holds', () => {
    expect(
      secretOf('otpauth://totp/LAPOR%21:a%40b.go.id?secret=GEZDGNBVGY3TQOJQ&issuer=LAPOR!&digits=6'),
    ).toBe('GEZDGNBVGY3TQOJQ');
  });

  it('is missing where the address has none, or is no address', () => {
    expect(secretOf('otpauth://totp/LAPOR')).toBeNull();
    expect(secretOf('nonsense')).toBeNull();
  });

  it('is shown in groups of four', () => {
    expect(inGroups('GEZDGNBVGY')).toBe('GEZD GNBV GY');
    expect(inGroups('')).toBe('');
  });
});
