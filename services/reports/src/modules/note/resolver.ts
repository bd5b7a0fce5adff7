import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { encodeCursor, pageOf } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import {
  afterOf,
  loadReport,
  Officer,
  Organisation,
  pageSize,
  Report,
  show,
  toUserError,
} from '../report/graphql-index.ts';
import { addNote } from './add-note.ts';
import {
  AddNoteInput,
  AddNoteResult,
  MarkMentionsReadInput,
  MarkMentionsReadResult,
  Mention,
  MentionConnection,
  MentionsRead,
  Note,
  NoteAdded,
} from './graphql.ts';
import { markMentionsRead, mentionedAs } from './mark-mentions-read.ts';
import { listMentions, type NoteRow } from './repository.ts';

@Resolver(() => Report)
export class NoteResolver {
  @FieldResolver(() => [Note], {
    description:
      'Notes of officers, newest first, the 100 latest; empty for the reporter, the public and whoever came by a link.',
  })
  async notes(@Root() report: Report, @Ctx() { loaders, viewer }: ReportsContext): Promise<Note[]> {
    return report.viewerReadsNotes ? (await loaders.notes.load(report.id)).map(toNote(viewer)) : [];
  }

  @Query(() => MentionConnection, {
    description:
      'Notes in which the viewer is mentioned, newest first, of reports whose notes the viewer still reads.',
  })
  async mentions(
    @Ctx() context: ReportsContext,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only those not marked as read.' })
    unreadOnly: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<MentionConnection> {
    const size = pageSize(first);
    const officerId = mentionedAs(context.viewer);
    const rows =
      officerId === null
        ? []
        : await listMentions(context.database, { officerId, unreadOnly, limit: size + 1 }, afterOf(after));
    const page = pageOf(
      rows,
      size,
      (row) => encodeCursor(row.position, row.note.id),
      (row) => {
        const report = show(context)(row);
        if (!report?.viewerReadsNotes) return null;
        const note = toNote(context.viewer)({ ...row.note, at: new Date(row.note.at) });
        return Object.assign(new Mention(), { note, report, isRead: row.read_at !== null });
      },
    );
    return {
      ...page,
      edges: page.edges.filter((edge): edge is { cursor: string; node: Mention } => edge.node !== null),
    };
  }

  @Mutation(() => AddNoteResult, {
    description: 'Writes a note to colleagues, outside of the history; officers who are mentioned are told.',
  })
  async addNote(
    @Arg('input', () => AddNoteInput, { description: 'A word among officers.' }) input: AddNoteInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await addNote(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    context.loaders.notes.clear(result.value.reportId);
    return Object.assign(new NoteAdded(), { report: await loadReport(context, result.value.reportId) });
  }

  @Mutation(() => MarkMentionsReadResult, {
    description: 'Notes that the viewer is mentioned in are marked as read.',
  })
  async markMentionsRead(
    @Arg('input', () => MarkMentionsReadInput, { description: 'Notes that were seen.' })
    input: MarkMentionsReadInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await markMentionsRead(deps, input, viewer);
    return result.ok ? Object.assign(new MentionsRead(), result.value) : toUserError(result.failure);
  }
}

const officer = (id: string): Officer => Object.assign(new Officer(), { id });

/** A system with a key learns what was written, not by whom. */
const toNote =
  ({ apiKey }: Viewer) =>
  (row: NoteRow): Note =>
    Object.assign(new Note(), {
      id: row.id,
      text: row.text,
      at: row.at,
      officer: row.officer_id === null || apiKey ? null : officer(row.officer_id),
      organisation:
        row.organisation_id === null ? null : Object.assign(new Organisation(), { id: row.organisation_id }),
      mentioned: apiKey ? [] : row.mentioned.map(officer),
    });
