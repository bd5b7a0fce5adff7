import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { changeInput, changeWording, resetInput, resetWording, type ChangeDeps } from './change-wording.ts';
import { NOT_FOUND, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { draftInput, previewDraft, readTemplate, templateFilter } from './read-template.ts';
import { DESK_PATH, faultsOf, LARGEST_BODY_BYTES, operatorOf, refuse, send } from './replies.ts';
import { listTemplates } from './list-templates.ts';
import { listVersions, versionFilter } from './list-versions.ts';

export type TemplateDeps = ChangeDeps;

/** `/channels/desk/templates*`: the words of messages, as they are and as somebody writes them (docs/adr/0065). */
export function templateRoutes(routes: FastifyInstance, deps: TemplateDeps): void {
  const get = <Asked>(
    path: string,
    shape: z.ZodType<Asked>,
    answer: (asked: Asked) => Promise<Outcome<unknown>>,
  ) =>
    routes.get(`${DESK_PATH}/templates/:name${path}`, async (request, reply) => {
      const asked = shape.safeParse({ ...(request.query as object), ...(request.params as object) });
      return send(reply, asked.success ? await answer(asked.data) : NOT_FOUND);
    });
  const post = <Asked>(
    path: string,
    shape: z.ZodType<Asked>,
    act: (operator: Operator, name: string, asked: Asked) => Promise<Outcome<unknown>>,
  ) =>
    routes.post(
      `${DESK_PATH}/templates/:name/${path}`,
      { bodyLimit: LARGEST_BODY_BYTES },
      async (request, reply) => {
        const { name } = request.params as { name: string };
        const asked = shape.safeParse(request.body ?? {});
        if (!asked.success) return refuse(reply, faultsOf(asked.error));
        return send(reply, await act(operatorOf(request), name, asked.data));
      },
    );

  routes.get(`${DESK_PATH}/templates`, async (_request, reply) => reply.send(await listTemplates(deps)));
  get('', templateFilter, (filter) => readTemplate(deps, filter));
  get('/versions', versionFilter, (filter) => listVersions(deps, filter));
  post('preview', draftInput, async (_operator, name, draft) => previewDraft(deps, name, draft));
  post('wording', changeInput, (operator, name, asked) => changeWording(deps, operator, name, asked));
  post('built-in', resetInput, (operator, name, asked) => resetWording(deps, operator, name, asked));
}
