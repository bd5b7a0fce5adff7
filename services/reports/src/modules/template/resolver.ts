import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { AnswerKindEnum, Organisation, toUserError } from '../report/graphql-index.ts';
import { plain, reportId as uuid, type AnswerKind, type Result } from '../report/index.ts';
import {
  AnswerTemplate,
  AnswerTemplateChanged,
  AnswerTemplateResult,
  RenderedAnswer,
  RetireAnswerTemplateInput,
  SaveAnswerTemplateInput,
} from './graphql.ts';
import { mayManageNationalTemplates, mayReadTemplates } from './policy.ts';
import { renderAnswerTemplate } from './render-answer-template.ts';
import { findNames, listTemplates, type TemplateRow } from './repository.ts';
import { retireAnswerTemplate, saveAnswerTemplate } from './save-answer-template.ts';

@Resolver()
export class TemplateResolver {
  @Query(() => [AnswerTemplate], {
    description:
      'Templates that stand ready for a unit: its own, those of the levels above and those for every agency, by title, 200 at most; for whoever works there or above. The national desk sees those for every agency; others nothing.',
  })
  async answerTemplates(
    @Ctx() { database, viewer }: ReportsContext,
    @Arg('organisationId', () => ID, { description: 'The unit.' }) organisationId: string,
    @Arg('kind', () => AnswerKindEnum, { nullable: true, description: 'Only of this kind of answer.' })
    kind: AnswerKind | null,
    @Arg('categoryId', () => ID, { nullable: true, description: 'Only what fits this category.' })
    categoryId: string | null,
  ): Promise<AnswerTemplate[]> {
    const id = plain(organisationId.slice(0, 200));
    const organisation = (await findNames(database, [id])).get(id);
    const mayRead = organisation !== undefined && mayReadTemplates(viewer, organisation.path);
    if (!mayRead && !mayManageNationalTemplates(viewer)) return [];
    const rows = await listTemplates(database, {
      path: mayRead ? organisation.path : [],
      kind: kind ?? null,
      categoryId: plain(categoryId?.slice(0, 200) ?? '') || null,
    });
    return rows.map(toTemplate);
  }

  @Query(() => RenderedAnswer, {
    nullable: true,
    description: 'A template with the facts of a report, for an officer who may answer it; null for others.',
  })
  async renderAnswerTemplate(
    @Ctx() { deps, viewer }: ReportsContext,
    @Arg('reportId', () => ID, { description: 'The report.' }) reportId: string,
    @Arg('templateId', () => ID, { description: 'The template.' }) templateId: string,
  ): Promise<RenderedAnswer | null> {
    if (!uuid.safeParse(reportId).success || !uuid.safeParse(templateId).success) return null;
    const rendered = await renderAnswerTemplate(deps, { reportId, templateId }, viewer);
    return (
      rendered &&
      Object.assign(new RenderedAnswer(), { ...rendered, template: toTemplate(rendered.template) })
    );
  }

  @Mutation(() => AnswerTemplateResult, {
    description:
      'Writes a template of an organisation, or another version of one; for its admins and those above, of every agency for the national desk.',
  })
  async saveAnswerTemplate(
    @Arg('input', () => SaveAnswerTemplateInput, { description: 'The template.' })
    input: SaveAnswerTemplateInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    return toResult(await saveAnswerTemplate(deps, input, viewer));
  }

  @Mutation(() => AnswerTemplateResult, {
    description:
      'Takes a template out of use; for admins of its organisation and those above, of every agency for the national desk.',
  })
  async retireAnswerTemplate(
    @Arg('input', () => RetireAnswerTemplateInput, { description: 'Which one.' })
    input: RetireAnswerTemplateInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    return toResult(await retireAnswerTemplate(deps, input, viewer));
  }
}

const toResult = (result: Result<TemplateRow>) =>
  result.ok
    ? Object.assign(new AnswerTemplateChanged(), { template: toTemplate(result.value) })
    : toUserError(result.failure);

const toTemplate = (row: TemplateRow): AnswerTemplate =>
  Object.assign(new AnswerTemplate(), {
    id: row.id,
    organisation: Object.assign(new Organisation(), { id: row.organisation_id }),
    isNational: row.is_national,
    kind: row.kind,
    categoryId: row.category_id,
    title: row.title,
    text: row.text,
    // The ORM's own connection gives an instant as text.
    savedAt: new Date(row.saved_at),
  });
