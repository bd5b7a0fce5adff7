import { PUBLIC_VIEWER, type PostRole, type Viewer } from '@lapor/viewer';
import { expect, test } from 'vitest';
import { decide, type ReportAccess, type Subject } from './authority.ts';

const access: ReportAccess = {
  isConfidential: false,
  isPublished: false,
  handlers: [{ organisationId: 'unit', path: ['kota', 'unit'] }],
};
const report = (change: Partial<Subject> = {}): Subject => ({
  reportId: 'laporan',
  viewerIsReporter: false,
  viewerAnswersByHandOver: false,
  access,
  ...change,
});
const officer = (role: PostRole, organisationId: string): Viewer => ({
  kind: 'officer',
  accountId: 'petugas',
  posts: [{ role, organisationId }],
  reportGrants: [],
});
const key = (viewer: Viewer, ...scopes: NonNullable<Viewer['apiKey']>['scopes']): Viewer => ({
  ...viewer,
  apiKey: { id: 'kunci', scopes },
});
const said = (viewer: Viewer, subject: Subject) => {
  const verdict = decide(viewer, subject, 'readClocks');
  return verdict.allowed ? 'ALLOWED' : verdict.reason;
};

test('says why clocks are not shown', () => {
  expect(said(PUBLIC_VIEWER, report())).toBe('SIGN_IN');
  expect(said({ ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'w' }, report())).toBe('ROLE');
  expect(said(officer('LIAISON_OFFICER', 'lain'), report())).toBe('JURISDICTION');
  expect(said(officer('AGENCY_ADMIN', 'kota'), report())).toBe('ALLOWED');
  const confidential = report({ access: { ...access, isConfidential: true } });
  expect(said(officer('AGENCY_ADMIN', 'kota'), confidential)).toBe('PROTECTED');
  expect(said(officer('NATIONAL_ADMIN', 'kemenpanrb'), report({ access: null }))).toBe('JURISDICTION');
});

test('believes that somebody came by a link only of somebody who has one for this report', () => {
  const told = report({ viewerAnswersByHandOver: true });
  const grant = { handOverId: 'h', reportId: 'laporan', organisationId: 'unit' };
  expect(said({ ...PUBLIC_VIEWER, handOverGrants: [grant] }, told)).toBe('ALLOWED');
  expect(said({ ...PUBLIC_VIEWER, handOverGrants: [{ ...grant, reportId: 'lain' }] }, told)).toBe('SIGN_IN');
  expect(said(PUBLIC_VIEWER, told)).toBe('SIGN_IN');
  expect(said({ ...PUBLIC_VIEWER, handOverGrants: [grant] }, report())).toBe('SIGN_IN');
});

test('gives a key the reports of its organisation by its scope, and never what only a person has', () => {
  const liaison = officer('LIAISON_OFFICER', 'unit');
  expect(said(key(liaison, 'graph:read', 'reports:read'), report())).toBe('ALLOWED');
  expect(said(key(liaison, 'graph:read'), report())).toBe('KEY_SCOPE');
  for (const person of [
    officer('NATIONAL_ADMIN', 'kemenpanrb'),
    officer('OMBUDSMAN', 'ombudsman'),
    officer('KSP_MONITOR', 'ksp'),
  ])
    expect(said(key(person, 'graph:read', 'reports:read', 'graph:write'), report())).toBe('KEY_SCOPE');
  const owner = { ...PUBLIC_VIEWER, accountId: 'w', reportGrants: ['laporan'] };
  expect(said(owner, report({ viewerIsReporter: true }))).toBe('ALLOWED');
  expect(said(key(owner, 'graph:read', 'reports:read'), report({ viewerIsReporter: true }))).toBe(
    'KEY_SCOPE',
  );
  expect(
    said(key(officer('ANALYST', 'ksp'), 'graph:read'), report({ access: { ...access, isPublished: true } })),
  ).toBe('ALLOWED');
});
