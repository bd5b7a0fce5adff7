import { describe, expect, it } from 'vitest';
import type { Post, PostRole } from '../session/posts.ts';
import { rolesElsewhere, rolesToOffer } from './role-choice.ts';

const post = (role: PostRole, id: string) =>
  ({ role, organisation: { id } }) as unknown as Pick<Post, 'role' | 'organisation'>;
const city = { id: 'pemkot-13-77' };
const unit = { id: 'opd-13-77-dpupr' };
const ksp = { id: 'ksp' };

describe('the roles offered', () => {
  it('to an admin of a city: no second admin of the city, but admins of its units', () => {
    const own = [post('AGENCY_ADMIN', 'pemkot-13-77')];
    expect(rolesToOffer(own, city)).not.toContain('AGENCY_ADMIN');
    expect(rolesToOffer(own, unit)).toContain('AGENCY_ADMIN');
    expect(rolesToOffer(own, unit)).toContain('LIAISON_OFFICER');
  });

  it('to the national desk: national ones only where they exist', () => {
    const own = [post('NATIONAL_ADMIN', 'kemenpanrb')];
    expect(rolesToOffer(own, ksp)).toContain('KSP_MONITOR');
    expect(rolesToOffer(own, city)).not.toContain('KSP_MONITOR');
    expect(rolesToOffer(own, { id: 'ombudsman-13' })).toContain('OMBUDSMAN');
    expect(rolesToOffer(own, city)).toContain('AGENCY_ADMIN');
  });

  it('shows the national desk the roles of other places, and nobody else', () => {
    const own = [post('NATIONAL_ADMIN', 'kemenpanrb')];
    expect(rolesElsewhere(own, rolesToOffer(own, null))).toContain('ANALYST');
    expect(rolesElsewhere(own, rolesToOffer(own, ksp))).toEqual(['OMBUDSMAN']);
    const local = [post('AGENCY_ADMIN', 'pemkot-13-77')];
    expect(rolesElsewhere(local, rolesToOffer(local, unit))).toEqual([]);
  });

  it('never national ones to an agency', () =>
    expect(rolesToOffer([post('AGENCY_ADMIN', 'ksp')], ksp)).not.toContain('NATIONAL_ADMIN'));
});
