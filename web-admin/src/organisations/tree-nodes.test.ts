import { describe, expect, it } from 'vitest';
import { treeNodes, type OrganisationRow } from './tree-nodes.ts';

const row = (id: string): OrganisationRow => ({
  id,
  name: id,
  acronym: null,
  kind: 'PROVINCE',
  status: 'ACTIVE',
  isConnected: true,
  isTemplate: false,
  childCount: 1,
});

describe('the tree of organisations', () => {
  it('shows only what was opened', () => {
    const [node] = treeNodes([row('province')], new Map(), new Set());
    expect(node?.children).toEqual([]);
  });

  it('says that children are on their way, or that they failed', () => {
    const open = new Set(['province']);
    expect(treeNodes([row('province')], new Map(), open)[0]?.children[0]).toMatchObject({
      kind: 'NOTE',
      note: 'LOADING',
    });
    const failed = new Map([['province', { state: 'FAILED' } as const]]);
    expect(treeNodes([row('province')], failed, open)[0]?.children[0]).toMatchObject({
      kind: 'NOTE',
      note: 'FAILED',
    });
  });

  it('nests as deep as it was opened', () => {
    const children = new Map([
      ['province', { state: 'LOADED', rows: [row('city')] } as const],
      ['city', { state: 'LOADED', rows: [row('unit')] } as const],
    ]);
    const [province] = treeNodes([row('province')], children, new Set(['province', 'city']));
    expect(province?.children[0]?.children[0]).toMatchObject({ id: 'unit', children: [] });
  });
});
