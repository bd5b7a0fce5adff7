import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { acceptFile, isFileSignature, safeFileName, signFile } from './index.ts';

const pdf = (more = '') => Buffer.from(`%PDF-1.7\n1 0 obj << ${more} >> endobj\n%%EOF`, 'latin1');
const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif', width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { Artist: 'KANARI' } })
    .toFormat(format)
    .toBuffer();

describe('acceptFile', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'encodes a %s anew, without what was hidden in it',
    async (format) => {
      const accepted = await acceptFile(await picture(format));
      expect(accepted).toMatchObject({ kind: 'PHOTO', mediaType: 'image/jpeg', width: 40, height: 30 });
      if (typeof accepted === 'string') throw new Error(accepted);
      const { format: encoded, exif } = await sharp(accepted.content).metadata();
      expect([encoded, exif]).toEqual(['jpeg', undefined]);
      expect(accepted.thumbnail).not.toBeNull();
    },
  );

  it('keeps a PDF as it came, unless it acts, however its names are written', async () => {
    expect(await acceptFile(pdf())).toMatchObject({ kind: 'DOCUMENT', content: pdf(), thumbnail: null });
    for (const name of ['/JavaScript', '/J#61vaScript', '/Launch', '/EmbeddedFile', '/RichMedia'])
      expect(await acceptFile(pdf(name))).toBe('ACTIVE_CONTENT');
    expect(await acceptFile(pdf('/JSon'))).toMatchObject({ kind: 'DOCUMENT' });
  });

  it('takes only what the caller wants, judged by content', async () => {
    expect(await acceptFile(await picture('webp'), ['application/pdf', 'image/png'])).toBe(
      'UNSUPPORTED_TYPE',
    );
    expect(await acceptFile(await picture('gif'))).toBe('UNSUPPORTED_TYPE');
    expect(await acceptFile(Buffer.from('<svg onload="x()"/>'))).toBe('UNSUPPORTED_TYPE');
    expect(await acceptFile((await picture('jpeg')).subarray(0, 300))).toBe('UNREADABLE');
  });
});

describe('a signature', () => {
  const secret = 's'.repeat(40);
  const signedAt = new Date('2026-11-20T02:59:59Z');

  it('opens its file for one to two hours, and nothing else', () => {
    const signature = signFile(secret, 'a', signedAt);
    const opens = (at: string, id = 'a', given: string | undefined = signature) =>
      isFileSignature(secret, id, given, new Date(at));
    expect([opens('2026-11-20T02:59:59Z'), opens('2026-11-20T03:59:59Z')]).toEqual([true, true]);
    expect(opens('2026-11-20T04:00:00Z')).toBe(false);
    expect(opens('2026-11-20T01:59:59Z')).toBe(false);
    expect([opens('2026-11-20T03:00:00Z', 'b'), opens('2026-11-20T03:00:00Z', 'a', `${signature}x`)]).toEqual(
      [false, false],
    );
    expect(isFileSignature(secret, 'a', undefined, signedAt)).toBe(false);
    expect(isFileSignature('t'.repeat(40), 'a', signature, signedAt)).toBe(false);
  });
});

describe('safeFileName', () => {
  it.each([
    ['Surat Keputusan no. 3.exe', 'application/pdf', 'Surat Keputusan no 3.pdf'],
    ['../../etc/passwd', 'application/pdf', 'berkas.pdf'],
    [undefined, 'application/pdf', 'berkas.pdf'],
    ['wajah pelapor.png', 'image/jpeg', 'foto.jpg'],
    [`${'a'.repeat(200)}.pdf`, 'application/pdf', `${'a'.repeat(80)}.pdf`],
  ] as const)('%s as %s is %s', (name, mediaType, expected) => {
    expect(safeFileName(name, mediaType)).toBe(expected);
  });
});
