import { describe, expect, it } from 'vitest';
import { actedIn, chosenWorkplace, workplacesOf, type Post } from './posts.ts';

const post = (role: Post['role'], id: string): Post => ({
  role,
  organisation: {
    id,
    name: id,
    acronym: null,
    timeZone: 'Asia/Jakarta',
    hasDirectVerification: false,
    isConnected: true,
    childCount: 2,
    government: { id, name: id },
  },
});

describe('workplaces', () => {
  it('are one per organisation, with all roles held there', () => {
    const places = workplacesOf(
      [post('LIAISON_OFFICER', 'b'), post('AGENCY_ADMIN', 'a'), post('AGENCY_ADMIN', 'b')],
      ['AGENCY_ADMIN', 'LIAISON_OFFICER'],
    );
    expect(places.map(({ organisation, roles }) => [organisation.id, roles])).toEqual([
      ['b', ['LIAISON_OFFICER', 'AGENCY_ADMIN']],
      ['a', ['AGENCY_ADMIN']],
    ]);
  });

  it('leave out posts another console serves', () => {
    expect(workplacesOf([post('NATIONAL_ADMIN', 'n')], ['AGENCY_ADMIN'])).toEqual([]);
  });

  it('are those of the acting post alone while one is chosen', () => {
    const posts = [post('LIAISON_OFFICER', 'b'), post('AGENCY_ADMIN', 'a'), post('AGENCY_ADMIN', 'b')];
    expect(actedIn(posts, { role: 'AGENCY_ADMIN', organisationId: 'b' })).toEqual([posts[2]]);
    expect(actedIn(posts, { role: 'AGENCY_ADMIN', organisationId: 'ended' })).toEqual([]);
    expect(actedIn(posts, null)).toBe(posts);
  });

  it('open where one worked last, or at the first when that post is gone', () => {
    const places = workplacesOf([post('AGENCY_ADMIN', 'a'), post('AGENCY_ADMIN', 'b')], ['AGENCY_ADMIN']);
    expect(chosenWorkplace(places, 'b')?.organisation.id).toBe('b');
    expect(chosenWorkplace(places, 'gone')?.organisation.id).toBe('a');
    expect(chosenWorkplace([], 'a')).toBeUndefined();
  });
});
