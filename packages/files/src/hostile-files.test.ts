import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { acceptFile, judgeBeginning } from './accept-file.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));
const text = (content: string) => Buffer.from(content, 'latin1');
const photo = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', edge = 40) =>
  sharp({ create: { width: edge, height: edge, channels: 3, background: '#7a5' } })
    .toFormat(format)
    .toBuffer();
const refusalOf = async (bytes: Buffer) => {
  const judged = await acceptFile(bytes);
  return typeof judged === 'string' ? judged : judged.kind;
};

const chunk = (type: string, data: Buffer) => {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])), 4);
  return Buffer.concat([frame.subarray(0, 4), Buffer.from(type), data, frame.subarray(4)]);
};
/** A PNG that says how large it is, whatever is in it. */
const claimedPng = (width: number, height: number) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const pdf = (more = '') => text(`%PDF-1.7\n1 0 obj <</Type/Catalog ${more}>> endobj\n%%EOF`);
/** A PDF whose objects lie in a compressed stream, as most do today. */
const packedPdf = (objects: Buffer, dictionary = '/Type/ObjStm /Filter/FlateDecode') => {
  const packed = deflateSync(objects);
  return Buffer.concat([
    text(`%PDF-1.7\n5 0 obj <<${dictionary} /N 1 /First 4 /Length ${packed.length}>>\nstream\r\n`),
    packed,
    text('\nendstream endobj\n%%EOF'),
  ]);
};

describe('the hostile corpus', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['HTML that names itself a picture', text('GIF-like <html><body onload=alert(1)>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['SVG with a head', text('<?xml version="1.0"?><!DOCTYPE svg><svg><script>alert(1)</script></svg>')],
    [
      'XML with entities',
      text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    ],
    ['a Windows program', Buffer.concat([text('MZ\x90\x00'), Buffer.alloc(500)])],
    ['a Linux program', Buffer.concat([text('\x7fELF\x02\x01\x01'), Buffer.alloc(500)])],
    ['a shell script', text('#!/bin/sh\nrm -rf /\n')],
    ['an archive', text(`PK\x03\x04${'\0'.repeat(200)}`)],
    ['an archive with a PDF behind it', Buffer.concat([text(`PK\x03\x04${'\0'.repeat(200)}`), pdf()])],
    ['a PDF behind a thousand bytes of HTML', Buffer.concat([text('<html>'.padEnd(1_000)), pdf()])],
    ['GIF', text('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;')],
    ['a moving PNG', sample('moving.apng')],
    ['TIFF', text('II*\x00\x08\x00\x00\x00')],
    ['Matroska', sample('other.mkv')],
    ['Flash', text('CWS\x0a\x00\x00\x00\x00')],
  ])('has %s refused as of no type that is taken', async (_what, bytes) => {
    expect(await refusalOf(bytes)).toBe('UNSUPPORTED_TYPE');
  });

  it.each([
    ['the first bytes of a JPEG', text('\xff\xd8\xff\xe0')],
    ['a WebP without a picture', text('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0')],
    ['a video of a header only', sample('clip.mp4').subarray(0, 40)],
    ['a video that ends in the middle', sample('clip.mp4').subarray(0, 1_500)],
    [
      'an MP4 box that says it is endless',
      Buffer.concat([sample('clip.mp4').subarray(0, 32), Buffer.alloc(4, 0xff), text('moov')]),
    ],
    ['an MP4 of empty boxes', Buffer.concat([sample('clip.mp4').subarray(0, 32), Buffer.alloc(64)])],
    ['a WAV without sound', text('RIFF\x24\0\0\0WAVEfmt ')],
    ['an MP3 of a tag only', text('ID3\x04\0\0\0\0\0\x0aAAAAAAAAAA')],
  ])('has %s refused, not believed', async (_what, bytes) => {
    expect(['UNREADABLE', 'UNSUPPORTED_TYPE']).toContain(await refusalOf(bytes));
  });

  it('has pictures beyond all measure refused before they are unpacked', async () => {
    const started = performance.now();
    for (const [width, height] of [
      [20_000, 20_000],
      [7_100, 7_100],
      [50_000_001, 1],
      [1, 60_000_000],
    ] as const)
      expect(['TOO_MANY_PIXELS', 'UNREADABLE']).toContain(await refusalOf(claimedPng(width, height)));
    expect(await refusalOf(claimedPng(20_000, 20_000))).toBe('TOO_MANY_PIXELS');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('keeps the first picture of a moving one', async () => {
    const accepted = await acceptFile(sample('moving.webp'));
    expect(accepted).toMatchObject({ kind: 'PHOTO', mediaType: 'image/jpeg', width: 16, height: 16 });
  });

  it.each(['<script>alert(1)</script>', 'PK\x03\x04', '%PDF-1.7 /JavaScript', '<?php system($_GET[0]);'])(
    'drops %s behind, before and inside a picture',
    async (evil) => {
      const canary = text(`${evil}KANARI`);
      const jpeg = await photo();
      const comment = Buffer.concat([text('\xff\xfe'), Buffer.from([0, canary.length + 2]), canary]);
      for (const bytes of [
        Buffer.concat([jpeg, canary]),
        Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
        Buffer.concat([
          (await photo('png')).subarray(0, -12),
          chunk('tEXt', canary),
          chunk('IEND', Buffer.alloc(0)),
        ]),
      ]) {
        const accepted = await acceptFile(bytes);
        if (typeof accepted === 'string') throw new Error(accepted);
        expect(accepted.content.includes('KANARI')).toBe(false);
        expect(accepted.thumbnail!.includes('KANARI')).toBe(false);
      }
    },
  );

  describe('PDF', () => {
    const actions = [
      '/JavaScript',
      '/J#61vaScript',
      '/Launch',
      '/EmbeddedFile',
      '/EmbeddedFiles',
      '/RichMedia',
      '/Rendition',
      '/SubmitForm',
      '/ImportData',
      '/GoToR',
      '/GoToE',
    ];
    it.each(actions)('with %s is refused, in the open and in a compressed stream', async (name) => {
      expect(await refusalOf(pdf(`/OpenAction<</S${name}>>`))).toBe('ACTIVE_CONTENT');
      expect(await refusalOf(packedPdf(text(`7 0 <</OpenAction<</S${name}>>>>`)))).toBe('ACTIVE_CONTENT');
      expect(
        await refusalOf(
          packedPdf(text(`7 0 <</OpenAction<</S${name}>>>>`), '/Type/Obj#53tm/Filter[/Flate#44ecode]'),
        ),
      ).toBe('ACTIVE_CONTENT');
    });

    it('that only shows pages is taken as it came, packed or not', async () => {
      for (const harmless of [
        pdf(),
        pdf('/JSon /Author(JavaScript)'),
        packedPdf(text('7 0 <</Type/Page>>')),
        packedPdf(randomBytes(10_000), '/Type/XObject/Subtype/Image/Filter/FlateDecode'),
      ])
        expect(await acceptFile(harmless)).toMatchObject({
          kind: 'DOCUMENT',
          content: harmless,
          thumbnail: null,
        });
    });

    it('is not refused for what turns up in a large scan by chance', async () => {
      const noise = randomBytes(8_000_000);
      // Bytes that are no letters on both sides, as chance has it nearly always.
      for (let at = 0; at < noise.length - 8; at += 4_000) noise.write('\xfe/JS \xfe', at, 'latin1');
      const scan = Buffer.concat([
        text('%PDF-1.7\n5 0 obj <</Type/XObject/Filter/DCTDecode>>\nstream\n'),
        noise,
        text('\nendstream endobj\n%%EOF'),
      ]);
      expect(await refusalOf(scan)).toBe('DOCUMENT');
    });

    it('that is made to be unpacked or searched beyond all measure is refused, soon and without the memory', async () => {
      const largest = 10 * 1024 * 1024;
      const repeated = (what: string) => Buffer.concat([pdf(), Buffer.alloc(largest - 200, what, 'latin1')]);
      const made = [
        packedPdf(Buffer.alloc(200 * 1024 * 1024)),
        Buffer.concat([pdf(), ...Array<Buffer>(20).fill(packedPdf(Buffer.alloc(3 * 1024 * 1024)))]),
        Buffer.concat([pdf(), ...Array<Buffer>(60).fill(packedPdf(Buffer.alloc(240_000, '#4a')))]),
        Buffer.concat([pdf(), ...Array<Buffer>(60_000).fill(packedPdf(Buffer.alloc(1_000)))]),
        repeated('#4a'),
        repeated('stream\n'),
        repeated('/ObjStm/FlateDecode stream\n'),
        repeated(`${'#4a'.repeat(1_300)}stream\n`),
      ];
      const before = process.memoryUsage().rss;
      for (const bytes of made) {
        const started = performance.now();
        expect(await refusalOf(bytes)).toBe('ACTIVE_CONTENT');
        // Half a second alone; a machine that is busy with other things takes longer.
        expect(performance.now() - started).toBeLessThan(4_000);
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    });
  });

  it('has a video of 61 seconds refused, where the container tells', async () => {
    expect([await refusalOf(sample('long.mp4')), await refusalOf(sample('long.webm'))]).toEqual([
      'TOO_LONG',
      'TOO_LONG',
    ]);
    expect(await acceptFile(sample('recorded.webm'))).toMatchObject({ kind: 'VIDEO', seconds: null });
  });

  it.each([
    ['clip.mp4', 'VIDEO', 'video/mp4', 2],
    ['clip.mov', 'VIDEO', 'video/quicktime', 2],
    ['clip.webm', 'VIDEO', 'video/webm', 2],
    ['voice.m4a', 'AUDIO', 'audio/mp4', 2],
    ['voice.mp3', 'AUDIO', 'audio/mpeg', 2],
    ['voice.ogg', 'AUDIO', 'audio/ogg', 2],
    ['voice.wav', 'AUDIO', 'audio/wav', 0],
    ['recorded-voice.webm', 'AUDIO', 'audio/webm', null],
  ])('lets %s through as it came', async (name, kind, mediaType, seconds) => {
    const bytes = sample(name);
    const accepted = await acceptFile(bytes);
    if (typeof accepted === 'string') throw new Error(accepted);
    expect(accepted).toMatchObject({ kind, mediaType, content: bytes, thumbnail: null, place: null });
    expect(accepted.seconds === null ? null : Math.floor(accepted.seconds)).toBe(seconds);
  });

  it('holds each kind to its size, by the first part already', async () => {
    const megabytes = (count: number) => count * 1024 * 1024;
    const enlarged = (bytes: Buffer, to: number) => Buffer.concat([bytes, Buffer.alloc(to - bytes.length)]);
    for (const [bytes, most] of [
      [await photo(), 10],
      [pdf(), 10],
      [sample('voice.mp3'), 20],
      [sample('clip.mp4'), 50],
    ] as const) {
      const part = enlarged(bytes, 6_000);
      expect(await judgeBeginning(part, megabytes(most))).toBeNull();
      expect(await judgeBeginning(part, megabytes(most) + 1)).toBe('TOO_LARGE');
      expect(await refusalOf(enlarged(bytes, megabytes(most) + 1))).toBe('TOO_LARGE');
    }
    // A sound in a container for videos is held to the size of a sound.
    const unused = Buffer.alloc(megabytes(21));
    // An element that is there to be passed over (Void, RFC 8794).
    unused.writeBigUInt64BE(0x01_00000000000000n + BigInt(unused.length - 9), 1);
    unused[0] = 0xec;
    expect(await refusalOf(Buffer.concat([sample('recorded-voice.webm'), unused]))).toBe('TOO_LARGE');
  });

  it('gives up on a container that is made to keep its reader busy, and nobody else waits meanwhile', async () => {
    // Ten million empty elements: minutes of work.
    const busy = Buffer.concat([
      sample('recorded.webm'),
      Buffer.alloc(20 * 1024 * 1024, Buffer.from([0xec, 0x80])),
    ]);
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    expect(await refusalOf(busy)).toBe('UNREADABLE');
    clearInterval(ticking);
    expect(longest).toBeLessThan(2_500);
  }, 30_000);

  it('answers to anything with a judgement, soon', async () => {
    const seeds = [
      'clip.mp4',
      'clip.webm',
      'voice.m4a',
      'voice.mp3',
      'voice.ogg',
      'voice.wav',
      'moving.webp',
    ].map(sample);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 12 }),
        fc.nat(6_000),
        async (seed, changes, end) => {
          const bytes = Buffer.from(seed.subarray(0, Math.max(16, end)));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const started = performance.now();
          const judged = await acceptFile(bytes);
          expect(typeof judged === 'string' || judged.content.length > 0).toBe(true);
          expect(performance.now() - started).toBeLessThan(10_000);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('the place of a photo', () => {
  const at = (gps: Record<string, string>, format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
      .withExif({ IFD0: { Artist: 'KANARI' }, IFD3: gps })
      .toFormat(format)
      .toBuffer();
  const padang = {
    GPSLatitudeRef: 'S',
    GPSLatitude: '0/1 55/1 3000/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '100/1 21/1 0/1',
  };

  it.each(['jpeg', 'png', 'webp'] as const)(
    'is told of a %s, and in nothing that is kept of it',
    async (format) => {
      const accepted = await acceptFile(await at(padang, format));
      if (typeof accepted === 'string') throw new Error(accepted);
      expect(accepted.place!.latitude).toBeCloseTo(-0.925, 6);
      expect(accepted.place!.longitude).toBeCloseTo(100.35, 6);
      for (const bytes of [accepted.content, accepted.thumbnail!])
        expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    },
  );

  it.each([
    ['without one', {}],
    ['of a camera without a fix', { ...padang, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' }],
    ['beyond the poles', { ...padang, GPSLatitude: '91/1 0/1 0/1' }],
    ['beyond all degrees', { ...padang, GPSLongitude: '181/1 0/1 0/1' }],
    ['divided by nothing', { ...padang, GPSLatitude: '1/0 0/0 0/1' }],
    ['of half a pair', { GPSLatitudeRef: 'S', GPSLatitude: '1/1 0/1 0/1' }],
  ])('is not told of a photo %s', async (_what, gps) => {
    expect(await acceptFile(await at(gps as Record<string, string>))).toMatchObject({
      kind: 'PHOTO',
      place: null,
    });
  });
});
