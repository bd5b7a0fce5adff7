import { v5 as uuidv5 } from 'uuid';
import type { Viewer } from '@lapor/viewer';
import {
  declareReadiness,
  keepEvidence,
  noteObstacle,
  recordGuidanceVisit,
  type OrganisationsService,
} from '@lapor/service-organisations';
import type { Services } from '../start-services.ts';
import { DEMO_OFFICERS } from './accounts.ts';
import { decreePdf } from './decree-pdf.ts';

const NAMESPACE = '6f7a1c7e-0a35-4d0b-8a0c-0b9f5f1c2d11';

type Deps = OrganisationsService['deps'];

/** Who declares the decree (SK) of which agency, with its number and date. */
interface Decree {
  organisationId: string;
  number: string;
  date: string;
}

/** Kota Padang has everything, most others the decree; Kota Pariaman has none yet and is therefore not connected. */
const PADANG: Decree = { organisationId: 'pemkot-13-71', number: '114 Tahun 2025', date: '2025-03-10' };
const EARLY: readonly Decree[] = [
  PADANG,
  { organisationId: 'kemensos', number: '27/HUK/2025', date: '2025-02-04' },
];
const LATE: readonly Decree[] = [
  { organisationId: 'pemkab-13-02', number: '100.3.3.2-88-2026', date: '2026-01-19' },
  { organisationId: 'pemkab-63-10', number: '188.46/201/2026', date: '2026-02-02' },
];

/** What the agencies had declared before the first story. Safe to repeat. */
export async function declareBeforehand({ organisations: { deps } }: Services): Promise<void> {
  for (const decree of EARLY) await declareDecree(deps, decree);
  const notes = [
    ['PROCEDURE', 'SOP pengelolaan pengaduan, ditetapkan Kepala Diskominfo.'],
    ['FACILITIES', 'Ruang layanan di Mal Pelayanan Publik, dua komputer, satu nomor pengaduan.'],
    ['STAFF_TRAINED', 'Bimbingan teknis bagi semua pejabat penghubung, dua hari.'],
  ] as const;
  for (const [kind, note] of notes) {
    await expectDone(
      declareReadiness(
        deps,
        {
          requestKey: keyOf('declare', PADANG.organisationId, kind),
          organisationId: PADANG.organisationId,
          kind,
          note,
        },
        adminOf(PADANG.organisationId),
      ),
    );
  }
}

/** What came while the stories ran, and what still stands in the way. Safe to repeat. */
export async function declareLately({ organisations: { deps } }: Services): Promise<void> {
  for (const decree of LATE) await declareDecree(deps, decree);
  const organisationId = 'pemkot-13-77';
  await expectDone(
    noteObstacle(
      deps,
      {
        requestKey: keyOf('obstacle', organisationId),
        organisationId,
        obstacle: 'Surat keputusan tim pengelola pengaduan menunggu tanda tangan wali kota.',
      },
      adminOf(organisationId),
    ),
  );
  await expectDone(
    recordGuidanceVisit(
      deps,
      {
        requestKey: keyOf('visit', organisationId),
        organisationId,
        visitedOn: new Date(deps.clock.now().getTime() - 14 * 86_400_000).toISOString().slice(0, 10),
        topics: 'Pembentukan tim pengelola, pejabat penghubung di setiap OPD.',
        agreement: 'Surat keputusan diajukan bulan ini; OPD menunjuk pejabat penghubung.',
      },
      officerWith('OMBUDSMAN', 'ombudsman-13'),
    ),
  );
}

async function declareDecree(deps: Deps, { organisationId, number, date }: Decree): Promise<void> {
  const admin = adminOf(organisationId);
  const requestKey = keyOf('declare', organisationId, 'DECREE');
  const content = decreePdf([
    'KEPUTUSAN (CONTOH)',
    `Nomor ${number}`,
    'tentang Tim Pengelola Pengaduan Pelayanan Publik',
    '',
    'Dokumen rekaan untuk contoh.',
  ]);
  // A file that no declaration names is removed by a job.
  const fileId = await keepEvidence(deps, {
    organisationId,
    actorId: admin.accountId!,
    fileName: 'Keputusan tim pengelola.pdf',
    mediaType: 'application/pdf',
    content,
  });
  await expectDone(
    declareReadiness(
      deps,
      { requestKey, organisationId, kind: 'DECREE', number, date, evidenceIds: [fileId] },
      admin,
    ),
  );
}

const keyOf = (...parts: string[]) => uuidv5(parts.join(':'), NAMESPACE);

const adminOf = (organisationId: string) => officerWith('AGENCY_ADMIN', organisationId);

function officerWith(role: 'AGENCY_ADMIN' | 'OMBUDSMAN', organisationId: string): Viewer {
  const account = DEMO_OFFICERS.find(({ posts }) =>
    posts.some((post) => post.role === role && post.organisationId === organisationId),
  );
  if (!account) throw new Error(`The demo has no ${role} at ${organisationId}`);
  return { kind: 'officer', accountId: account.id, posts: [{ role, organisationId }], reportGrants: [] };
}

/** The same key with another file or day: it was done by a seeding that was cut off. */
async function expectDone(work: ReturnType<typeof noteObstacle>): Promise<void> {
  const outcome = await work;
  if (outcome.ok || outcome.error.code === 'REQUEST_CONFLICT') return;
  throw new Error(`The demo could not be made: ${outcome.error.code}, ${outcome.error.message}`);
}
