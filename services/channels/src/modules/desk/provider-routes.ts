import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import {
  bringBack,
  bringBackInput,
  changeOrder,
  letRest,
  orderInput,
  restInput,
  type ChangeProviderDeps,
} from './change-provider.ts';
import type { Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { priceInput, setPrice } from './set-price.ts';
import { DESK_PATH, faultsOf, LARGEST_BODY_BYTES, operatorOf, refuse, send } from './replies.ts';

export type ProviderDeps = ChangeProviderDeps;

/** `/channels/desk/providers/*`: who carries short messages (docs/adr/0065). */
export function providerRoutes(routes: FastifyInstance, deps: ProviderDeps): void {
  const post = <Asked>(
    path: string,
    shape: z.ZodType<Asked>,
    act: (operator: Operator, asked: Asked) => Promise<Outcome<unknown>>,
  ) =>
    routes.post(
      `${DESK_PATH}/providers/${path}`,
      { bodyLimit: LARGEST_BODY_BYTES },
      async (request, reply) => {
        const asked = shape.safeParse(request.body ?? {});
        if (!asked.success) return refuse(reply, faultsOf(asked.error));
        return send(reply, await act(operatorOf(request), asked.data));
      },
    );
  post('rest', restInput, (operator, asked) => letRest(deps, operator, asked));
  post('back', bringBackInput, (operator, asked) => bringBack(deps, operator, asked));
  post('price', priceInput, (operator, asked) => setPrice(deps, operator, asked));
  post('order', orderInput, (operator, asked) => changeOrder(deps, operator, asked));
}
