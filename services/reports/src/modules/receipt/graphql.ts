import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { Report } from '../report/graphql-index.ts';
import { answerContent, filingContent, hasReceipt } from './content.ts';
import { signedPath } from './signed-path.ts';

@ObjectType({
  description:
    'A small signed document that anybody checks without the platform: that a report was filed, or what was answered. It never says who reported.',
})
export class SignedReceipt {
  @Field(() => String, {
    description:
      'A compact JWS (EdDSA, RFC 8037), to be checked with the keys at /.well-known/lapor-receipt-keys.json.',
  })
  token!: string;

  @Field(() => String, {
    description: 'Address of the page that checks it, which is told nothing: the receipt stands behind #.',
  })
  checkUrl!: string;

  @Field(() => String, {
    description: 'Where it is to be had as a PDF of one page with a QR code, for one to two hours.',
  })
  documentPath!: string;
}

@Resolver(() => Report)
export class ReceiptResolver {
  @FieldResolver(() => SignedReceipt, {
    nullable: true,
    description:
      'The signed receipt that it was filed, or of one public answer among its 200 latest entries; null for other entries, and for every answer to a confidential report. Up to 50 in one request.',
  })
  async receipt(
    @Root() report: Report,
    @Ctx() context: ReportsContext,
    @Arg('entryId', () => ID, { nullable: true, description: 'An entry of the history; absent: the filing.' })
    entryId: string | null,
  ): Promise<SignedReceipt | null> {
    if (context.receiptsLeft-- <= 0)
      throw new GraphQLError('Too many receipts in one request', { extensions: { code: 'TOO_COSTLY' } });
    const { deps, loaders } = context;
    const category =
      report.categoryId && report.isPublished ? await loaders.category.load(report.categoryId) : null;
    const facts = { ...report, category: category?.path ?? null, regionCode: report.region?.code ?? null };
    if (!entryId) return signed(context, report.id, null, filingContent(facts));
    const entry = (await loaders.history.load(report.id)).find(({ id }) => id === entryId);
    if (!entry || !hasReceipt(facts, entry)) return null;
    const name = await loaders.organisationName.load(entry.organisation_id!);
    const content = await answerContent(facts, entry, name?.name ?? entry.organisation_id!);
    return signed({ deps }, report.id, entry.id, content);
  }
}

async function signed(
  { deps }: Pick<ReportsContext, 'deps'>,
  reportId: string,
  entryId: string | null,
  content: Parameters<typeof deps.receipts.sign>[0],
): Promise<SignedReceipt> {
  const token = await deps.receipts.sign(content);
  return Object.assign(new SignedReceipt(), {
    token,
    checkUrl: `${deps.publicUrl}/periksa#${token}`,
    documentPath: signedPath(deps.lookupSecret, { reportId, entryId }, deps.clock.now()),
  });
}
