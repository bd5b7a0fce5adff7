import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POST_ROLES, PUBLIC_VIEWER, type PostRole, type Viewer } from '@lapor/viewer';
import { decide, may } from './policy.ts';
import { OPERATIONS, type PolicyFacts } from './policy-facts.ts';

const report = (change: Partial<PolicyFacts> = {}): PolicyFacts => ({
  id: 'laporan',
  state: 'DISPOSED',
  isAnonymous: false,
  isConfidential: false,
  isPublished: false,
  regionCode: '13.71',
  deskOrganisationId: null,
  deskPath: [],
  excludedOrganisationIds: [],
  assignments: [
    {
      organisationId: 'unit',
      role: 'LEAD',
      path: ['kota', 'unit'],
      isHandedOver: false,
      standInOrganisationId: null,
      handOverId: null,
    },
  ],
  viewerOwnsReport: false,
  ...change,
});
const officer = (role: PostRole, organisationId: string, change: Partial<Viewer> = {}): Viewer => ({
  kind: 'officer',
  accountId: 'petugas',
  posts: [{ role, organisationId }],
  reportGrants: [],
  ...change,
});
const key = (viewer: Viewer, ...scopes: NonNullable<Viewer['apiKey']>['scopes']): Viewer => ({
  ...viewer,
  apiKey: { id: 'kunci', scopes },
});
const reason = (...asked: Parameters<typeof decide>) => {
  const verdict = decide(...asked);
  return verdict.allowed ? 'ALLOWED' : verdict.reason;
};

describe('what the policy says', () => {
  it('lets a regional Ombudsman read by the place of the report, and never a confidential one', () => {
    const reads = (office: string, change: Partial<PolicyFacts>) =>
      may(officer('OMBUDSMAN', office), report(change), 'read');
    expect(reads('ombudsman-13', {})).toBe(true);
    expect(reads('ombudsman-32', {})).toBe(false);
    // Papua Pegunungan has no office of its own.
    expect(reads('ombudsman-91', { regionCode: '95.01' })).toBe(true);
    expect(reads('ombudsman-13', { regionCode: null })).toBe(false);
    expect(reads('ombudsman', { regionCode: null })).toBe(true);
    expect(reads('ombudsman', { isConfidential: true })).toBe(false);
    expect(reads('ombudsman-13', { isConfidential: true })).toBe(false);
    expect(reads('dinas-13', {})).toBe(false);
  });

  it('names why it says no', () => {
    const liaison = officer('LIAISON_OFFICER', 'unit');
    expect(reason(liaison, report(), 'answer')).toBe('ALLOWED');
    expect(reason(PUBLIC_VIEWER, report(), 'answer')).toBe('SIGN_IN');
    expect(reason({ ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'w' }, report(), 'answer')).toBe('ROLE');
    expect(reason(officer('FIELD_OFFICER', 'unit'), report(), 'answer')).toBe('ROLE');
    expect(reason(officer('LIAISON_OFFICER', 'lain'), report(), 'answer')).toBe('JURISDICTION');
    expect(reason(officer('AGENCY_ADMIN', 'kota'), report({ isConfidential: true }), 'read')).toBe(
      'PROTECTED',
    );
    expect(reason(liaison, report({ isAnonymous: true }), 'revealIdentity')).toBe('PROTECTED');
    expect(reason(PUBLIC_VIEWER, report({ isPublished: true, viewerOwnsReport: true }), 'support')).toBe(
      'OWN',
    );
    expect(reason(PUBLIC_VIEWER, report(), 'support')).toBe('PROTECTED');
  });

  it('lets a key do what its scopes say, never open an identity and never be the reporter', () => {
    const liaison = officer('LIAISON_OFFICER', 'unit');
    const all = ['graph:read', 'reports:read', 'graph:write'] as const;
    expect(reason(key(liaison, ...all), report(), 'answer')).toBe('ALLOWED');
    expect(reason(key(liaison, 'graph:read', 'reports:read'), report(), 'answer')).toBe('KEY_SCOPE');
    expect(reason(key(liaison, 'graph:read', 'reports:read'), report(), 'read')).toBe('ALLOWED');
    expect(reason(key(liaison, 'graph:read'), report(), 'read')).toBe('KEY_SCOPE');
    for (const viewer of [liaison, officer('NATIONAL_ADMIN', 'kemenpanrb')])
      expect(reason(key(viewer, ...all), report(), 'revealIdentity')).toBe('KEY_SCOPE');
    const owner = key(
      { ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'w', reportGrants: ['laporan'] },
      ...all,
    );
    for (const operation of ['read', 'confirm', 'withdraw', 'removeFlag', 'readRevealLog'] as const)
      expect(reason(owner, report({ viewerOwnsReport: true }), operation)).toBe('KEY_SCOPE');
  });

  it('never gives more for less: without posts, grants and ownership only what is published is read', () => {
    const viewers = fc.record({
      kind: fc.constantFrom('public' as const, 'officer' as const, 'citizen' as const),
      posts: fc.array(
        fc.record({
          role: fc.constantFrom(...POST_ROLES),
          organisationId: fc.constantFrom('kota', 'unit', 'lain', 'kemenpanrb'),
        }),
        { maxLength: 3 },
      ),
      reportGrants: fc.constantFrom([], ['laporan']),
    });
    fc.assert(
      fc.property(
        viewers,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (viewer, isConfidential, isPublished, isHandedOver) => {
          const facts = report({ isConfidential, isPublished });
          const handed = { ...facts.assignments[0]!, isHandedOver, standInOrganisationId: 'kota' };
          const judged = { ...facts, assignments: [handed] };
          for (const operation of OPERATIONS) {
            const nobody = may(PUBLIC_VIEWER, judged, operation);
            // What nobody may, a key without scopes may not either, whatever it carries.
            if (!nobody) expect(may(key(viewer, 'graph:read'), judged, operation)).toBe(false);
            // Protection gives a right to nobody but the national desk, which then stands in for those above.
            const isDesk = viewer.posts.some(({ role }) => role === 'NATIONAL_ADMIN');
            if (isConfidential && !isDesk && may(viewer, judged, operation))
              expect(may(viewer, { ...judged, isConfidential: false }, operation)).toBe(true);
          }
          expect(may(PUBLIC_VIEWER, judged, 'read')).toBe(isPublished && !isConfidential);
        },
      ),
    );
  });
});
