import type { PayloadOf } from '@lapor/events';
import type { Harness } from './harness.ts';

type Changed = PayloadOf<'organisation.changed'>;

/** A tree of organisations that tells of its changes as the service `organisations` does: one event for each one that is concerned. */
export interface Tree {
  readonly all: ReadonlyMap<string, Changed>;
  /** Organisations that exist. */
  active(): Changed[];
  add(id: string, parentId: string | null, change?: Partial<Changed>): Promise<void>;
  move(id: string, parentId: string): Promise<void>;
  /** Units below the merged ones go along. */
  merge(ids: readonly string[], into: string): Promise<void>;
  /** Ends without anybody or with several in its place. */
  retire(id: string, successorIds?: readonly string[]): Promise<void>;
  change(id: string, change: Partial<Changed>): Promise<void>;
}

let eventId = 1_000;

/** Brings one event of an organisation, as the outbox of `organisations` would. */
export async function tell(harness: Harness, ...payloads: Changed[]): Promise<void> {
  const { failed } = await harness.service.receiveEvents(
    'organisations',
    payloads.map((payload) => ({
      id: ++eventId,
      stream: payload.organisationId,
      type: 'organisation.changed',
      occurredAt: harness.clock.now().toISOString(),
      payload,
    })),
  );
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

export function growTree(harness: Harness): Tree {
  const all = new Map<string, Changed>();
  const placed = (id: string, parentId: string | null): Partial<Changed> => {
    const parent = parentId === null ? null : all.get(parentId)!;
    return {
      parentId,
      governmentId: parent?.governmentId ?? id,
      path: [...(parent?.path ?? []), id],
    };
  };
  const write = (id: string, change: Partial<Changed>) => {
    const next = { ...all.get(id)!, ...change };
    all.set(id, { ...next, version: next.version + 1 });
    return all.get(id)!;
  };
  const below = (id: string) => [...all.values()].filter(({ path }) => path.includes(id));
  /** A parent before its children: each takes its place from the one above. */
  const replaceBelow = (id: string) =>
    below(id)
      .filter(({ organisationId }) => organisationId !== id)
      .sort((a, b) => a.path.length - b.path.length)
      .map(({ organisationId, parentId }) => write(organisationId, placed(organisationId, parentId)));
  const childrenOf = (id: string) => [...all.values()].filter(({ parentId }) => parentId === id);

  return {
    all,
    active: () => [...all.values()].filter(({ status }) => status === 'ACTIVE'),
    async add(id, parentId, change = {}) {
      all.set(id, {
        organisationId: id,
        name: `Unit ${id}`,
        acronym: null,
        kind: parentId ? 'OPD' : 'CITY',
        status: 'ACTIVE',
        regionCode: '13.71',
        timeZone: 'Asia/Jakarta',
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
        ...(placed(id, parentId) as Pick<Changed, 'parentId' | 'governmentId' | 'path'>),
        ...change,
      });
      await tell(harness, all.get(id)!);
    },
    async move(id, parentId) {
      const moved = write(id, placed(id, parentId));
      await tell(harness, moved, ...replaceBelow(id));
    },
    async merge(ids, into) {
      const told: Changed[] = [];
      for (const id of ids) {
        told.push(write(id, { status: 'FORMER', successorIds: [into] }));
        for (const { organisationId } of childrenOf(id)) {
          told.push(write(organisationId, placed(organisationId, into)));
          told.push(...replaceBelow(organisationId));
        }
      }
      await tell(harness, ...told);
    },
    async retire(id, successorIds = []) {
      const { parentId } = all.get(id)!;
      const told = [write(id, { status: 'FORMER', successorIds: [...successorIds] })];
      // What stood below goes to the level above.
      if (parentId !== null)
        for (const { organisationId } of childrenOf(id)) {
          told.push(write(organisationId, placed(organisationId, parentId)));
          told.push(...replaceBelow(organisationId));
        }
      await tell(harness, ...told);
    },
    async change(id, change) {
      await tell(harness, write(id, change));
    },
  };
}
