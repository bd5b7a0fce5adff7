import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerInput, answerMessage } from './answer-message.ts';
import { attachInput, attachMessage } from './attach-message.ts';
import { closeInput, closeMessage } from './close-message.ts';
import { fileInput, fileMessage } from './file-message.ts';
import type { DeskDeps } from './frame.ts';
import { guard } from './guard.ts';
import { giveBack, takeLease } from './lease.ts';
import { actionFilter, listActions } from './list-actions.ts';
import { countMessages, listMessages, messageFilter } from './list-messages.ts';
import { measureText } from './measure-text.ts';
import { done, NOT_FOUND, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { DESK_PATH, faultsOf, LARGEST_BODY_BYTES, operatorOf, refuse, send } from './replies.ts';
import { readMessage } from './read-message.ts';
import { revealAddress, revealInput } from './reveal-address.ts';
import { providerRoutes, type ProviderDeps } from './provider-routes.ts';
import { templateRoutes, type TemplateDeps } from './template-routes.ts';
import { stateOfDesk, undeliveredFilter, listUndelivered, type StateDeps } from './state-of-channels.ts';

const idOf = z.object({ id: z.uuid() });

/** `/channels/desk/*`: what waits for a person, how doors and deliveries do, templates, the log (docs/adr/0060). */
export async function deskRoutes(
  server: FastifyInstance,
  deps: DeskDeps & StateDeps & TemplateDeps & ProviderDeps,
): Promise<void> {
  await server.register(async (routes) => {
    guard(routes, deps);

    const get = <Asked>(
      path: string,
      shape: z.ZodType<Asked>,
      answer: (asked: Asked, operator: Operator) => Promise<unknown>,
    ) =>
      routes.get(`${DESK_PATH}${path}`, async (request, reply) => {
        const asked = shape.safeParse({ ...(request.query as object), ...(request.params as object) });
        if (!asked.success) return refuse(reply, faultsOf(asked.error));
        return reply.send(await answer(asked.data, operatorOf(request)));
      });
    /** About one message. */
    const post = <Asked>(
      path: string,
      shape: z.ZodType<Asked>,
      act: (operator: Operator, id: string, asked: Asked) => Promise<Outcome<unknown>>,
    ) =>
      routes.post(
        `${DESK_PATH}/messages/:id/${path}`,
        { bodyLimit: LARGEST_BODY_BYTES },
        async (request, reply) => {
          const named = idOf.safeParse(request.params);
          if (!named.success) return refuse(reply, NOT_FOUND);
          const asked = shape.safeParse(request.body ?? {});
          if (!asked.success) return refuse(reply, faultsOf(asked.error));
          return send(reply, await act(operatorOf(request), named.data.id, asked.data));
        },
      );

    get('/counts', z.object({}), () => countMessages(deps));
    get('/messages', messageFilter, (filter) => listMessages(deps, filter));
    routes.get(`${DESK_PATH}/messages/:id`, async (request, reply) => {
      const named = idOf.safeParse(request.params);
      return send(reply, named.success ? await readMessage(deps, named.data.id) : NOT_FOUND);
    });
    post('lease', z.object({ takeOver: z.boolean().default(false) }), (operator, id, { takeOver }) =>
      takeLease(deps, operator, { id, takeOver }),
    );
    post('give-back', z.object({}), async (operator, id) => {
      await giveBack(deps, operator, id);
      return done({});
    });
    post('reveal', revealInput, (operator, id, asked) => revealAddress(deps, operator, id, asked));
    post('answer', answerInput, (operator, id, asked) => answerMessage(deps, operator, id, asked));
    post('file', fileInput, (operator, id, asked) => fileMessage(deps, operator, id, asked));
    post('attach', attachInput, (operator, id, asked) => attachMessage(deps, operator, id, asked));
    post('close', closeInput, (operator, id, asked) => closeMessage(deps, operator, id, asked));

    routes.post(`${DESK_PATH}/measure`, { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      const asked = z.object({ text: z.string().max(5_000) }).safeParse(request.body);
      return asked.success ? reply.send(measureText(asked.data.text)) : refuse(reply, faultsOf(asked.error));
    });
    get('/state', z.object({}), () => stateOfDesk(deps));
    get('/undelivered', undeliveredFilter, (filter) => listUndelivered(deps, filter));
    templateRoutes(routes, deps);
    providerRoutes(routes, deps);
    get('/actions', actionFilter, (filter) => listActions(deps.database, filter));
  });
}
