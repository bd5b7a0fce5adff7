import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder, describeFaults, optionalText, readRows, requiredText } from '@lapor/reference-data';
import type { Viewer } from '@lapor/viewer';

const schema = z.object({
  id: requiredText,
  type: z
    .enum(['complaint', 'aspiration', 'information'])
    .transform(
      (type) =>
        (({ complaint: 'COMPLAINT', aspiration: 'ASPIRATION', information: 'INFORMATION_REQUEST' }) as const)[
          type
        ],
    ),
  channel: z.enum(['web', 'android', 'sms', 'whatsapp', 'facebook', 'twitter']).transform(
    (channel) =>
      (
        ({
          web: 'WEB',
          android: 'ANDROID',
          sms: 'SMS',
          whatsapp: 'WHATSAPP',
          facebook: 'FACEBOOK',
          twitter: 'X',
        }) as const
      )[channel],
  ),
  region_code: optionalText,
  title: requiredText,
  text: requiredText,
  category_id: requiredText,
  expected_org: optionalText,
  visibility: z.enum(['open', 'anonymous', 'secret']),
  tags: z.string(),
});

/** An invented complaint of `data/sample-complaints.csv`. */
export interface Sample extends z.infer<typeof schema> {
  identityRequirement: string;
  /** Near the middle of its regency or district; a whole province is no place. */
  point: { latitude: number; longitude: number } | null;
  /** The same matter told of another place. */
  elsewhere(regionCode: string): Sample;
  redactedText?: string;
}

const regionSchema = z.object({ code: requiredText, lat: z.string(), lng: z.string() });
const categorySchema = z.object({ id: requiredText, identity_requirement: requiredText });

/** Reads the invented complaints, with what their categories need to know of a reporter. Throws when a file is faulty. */
export async function readSamples(): Promise<Map<string, Sample>> {
  const samples = await readRows({ path: join(dataFolder, 'sample-complaints.csv'), schema, uniqueBy: 'id' });
  const categories = await readRows({
    path: join(dataFolder, 'categories.csv'),
    schema: categorySchema,
    uniqueBy: 'id',
  });
  const regions = await readRows({
    path: join(dataFolder, 'regions.csv'),
    schema: regionSchema,
    uniqueBy: 'code',
  });
  if (!samples.ok) throw new Error(describeFaults(samples.faults));
  if (!categories.ok) throw new Error(describeFaults(categories.faults));
  if (!regions.ok) throw new Error(describeFaults(regions.faults));
  const middles = new Map(regions.value.rows.map((row) => [row.code, row]));
  const requirements = new Map(categories.value.rows.map((row) => [row.id, row.identity_requirement]));
  return new Map(
    samples.value.rows.map((row, index) => {
      const at = (code: string | null): Sample => ({
        ...row,
        region_code: code,
        identityRequirement: requirements.get(row.category_id) ?? 'none',
        point: pointIn(middles.get(code ?? ''), index),
        elsewhere: at,
      });
      return [row.id, at(row.region_code)];
    }),
  );
}

/** Some hundred metres apart, so that one place is not one pin. */
function pointIn(region: z.infer<typeof regionSchema> | undefined, index: number): Sample['point'] {
  if (!region || region.code.length < 5 || region.lat === '') return null;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    latitude: round(Number(region.lat) + 0.004 * Math.sin(index * 2.4)),
    longitude: round(Number(region.lng) + 0.004 * Math.cos(index * 2.4)),
  };
}

/** Who files a sample, as its visibility asks. Every tenth has an account. */
export function reporterOf(sample: Sample, key: string, citizenId: string) {
  const number = Number(key.replace(/\D/g, ''));
  const hasAccount = number % 10 === 1;
  // A case of one person needs a name: it is filed confidentially rather than anonymously.
  const isPersonal = sample.identityRequirement === 'identity';
  const isAnonymous = sample.visibility === 'anonymous' && !isPersonal;
  const viewer: Viewer = hasAccount
    ? { kind: 'citizen', accountId: citizenId, posts: [], reportGrants: [] }
    : { kind: 'public', posts: [], reportGrants: [] };
  const reporter =
    isAnonymous && !hasAccount
      ? null
      : {
          name: 'Fulan bin Fulan',
          email: `warga${number}@contoh.id`,
          nik: isPersonal ? `13710000000${String(number).padStart(5, '0')}` : null,
        };
  return {
    viewer,
    reporter,
    isAnonymous,
    isConfidential: sample.visibility === 'secret' || (sample.visibility === 'anonymous' && isPersonal),
  };
}
