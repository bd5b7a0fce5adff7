import type { EntityManager } from '@mikro-orm/postgresql';
import type { Outcome } from '../refusal/index.ts';
import type { TreeOperation } from './operation.ts';
import type { Plan } from './plan.ts';
import { planCreation } from './plan-creation.ts';
import { planMerger, planRetirement } from './plan-ending.ts';
import { planMove } from './plan-move.ts';
import { planRenaming } from './plan-renaming.ts';

/** Whether an operation is possible as things stand, and what it would do. Under the lock of the tree. */
export function planOperation(em: EntityManager, operation: TreeOperation): Promise<Outcome<Plan>> {
  switch (operation.type) {
    case 'CREATE':
      return planCreation(em, operation);
    case 'RENAME':
      return planRenaming(em, operation);
    case 'MOVE':
      return planMove(em, operation);
    case 'MERGE':
      return planMerger(em, operation);
    case 'RETIRE':
      return planRetirement(em, operation);
  }
}
