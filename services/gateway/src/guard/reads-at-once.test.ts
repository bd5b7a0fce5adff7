import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { createReadsAtOnce } from './reads-at-once.ts';

const from = (source: string): Viewer => ({ ...PUBLIC_VIEWER, source });

describe('questions under way', () => {
  it('are limited for each source without an account; who is answered makes room', () => {
    const reads = createReadsAtOnce(2);
    const leave = reads.enter(from('here'));
    expect(leave).not.toBeNull();
    expect(reads.enter(from('here'))).not.toBeNull();
    expect(reads.enter(from('here'))).toBeNull();
    expect(reads.enter(from('there'))).not.toBeNull();
    leave!();
    expect(reads.enter(from('here'))).not.toBeNull();
    expect(reads.enter(from('here'))).toBeNull();
  });

  it('are not counted of those who are known', () => {
    const reads = createReadsAtOnce(0);
    expect(reads.enter(from('here'))).toBeNull();
    expect(reads.enter({ ...from('here'), accountId: 'account' })).not.toBeNull();
    expect(reads.enter({ ...from('here'), reportGrants: ['report'] })).not.toBeNull();
  });
});
