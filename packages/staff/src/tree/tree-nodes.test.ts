import { describe, expect, it } from 'vitest';
import { branchesTo, treeNodes, type Children, type OrganisationRow } from './tree-nodes.ts';

const row = (id: string, childCount = 1): OrganisationRow => ({
  id,
  name: id,
  acronym: null,
  kind: 'PROVINCE',
  status: 'ACTIVE',
  isStaffed: true,
  isConnected: true,
  isTemplate: false,
  childCount,
});
const open = (ids: string[], children: [string, Children][] = [], withFormer = false) =>
  treeNodes({
    roots: [row('province')],
    childrenOf: new Map(children),
    expanded: new Set(ids),
    withFormer,
  });

describe('the tree of organisations', () => {
  it('holds of a closed branch a note only, so that it can be opened by the keys', () => {
    const [province] = open([], [['province', { state: 'LOADED', rows: [row('city')] }]]);
    expect(province).toMatchObject({ mayOpen: true });
    expect(province?.children.map(({ kind }) => kind)).toEqual(['NOTE']);
  });

  it('says that children are on their way, that they failed, or that there are none', () => {
    const note = (children: [string, Children][]) => open(['province'], children)[0]?.children[0];
    expect(note([])).toMatchObject({ kind: 'NOTE', note: 'LOADING' });
    expect(note([['province', { state: 'FAILED' }]])).toMatchObject({ kind: 'NOTE', note: 'FAILED' });
    expect(note([['province', { state: 'LOADED', rows: [] }]])).toMatchObject({ note: 'NONE' });
  });

  it('nests as deep as it was opened', () => {
    const [province] = open(
      ['province', 'city'],
      [
        ['province', { state: 'LOADED', rows: [row('city')] }],
        ['city', { state: 'LOADED', rows: [row('unit', 0)] }],
      ],
    );
    expect(province?.children[0]?.children[0]).toMatchObject({ id: 'unit', mayOpen: false, children: [] });
  });

  it('lets a place without active units be opened when former ones are shown', () => {
    const leaf = (withFormer: boolean) =>
      treeNodes({ roots: [row('unit', 0)], childrenOf: new Map(), expanded: new Set(), withFormer })[0];
    expect(leaf(false)).toMatchObject({ mayOpen: false });
    expect(leaf(true)).toMatchObject({ mayOpen: true });
  });
});

describe('the way to a place', () => {
  it('leads from the province over the city to the unit', () => {
    expect(
      branchesTo({
        id: 'bidang',
        ancestors: [{ id: 'pemkot' }, { id: 'dinas' }],
        government: { id: 'pemkot', parent: { id: 'pemprov' } },
      }),
    ).toEqual(['pemprov', 'pemkot', 'dinas']);
  });

  it('is only the province for a city, and nothing for a root', () => {
    const government = { id: 'pemkot', parent: { id: 'pemprov' } };
    expect(branchesTo({ id: 'pemkot', ancestors: [], government })).toEqual(['pemprov']);
    expect(branchesTo({ id: 'kemenag', ancestors: [], government: { id: 'kemenag', parent: null } })).toEqual(
      [],
    );
  });
});
