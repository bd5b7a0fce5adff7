import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { InvalidInput, NotFound, TooManyRequests, toUserError } from '../report/graphql-index.ts';
import { eraseOwnData } from './erase-own-data.ts';
import { exportOwnData } from './export-own-data.ts';

@InputType({ description: 'Whose data: of one report, or of all that the account filed.' })
export class ExportOwnDataInput {
  @Field(() => ID, { nullable: true, description: 'One report; all of the account when absent.' })
  reportId?: string | null;
}

@InputType({ description: 'The wish that nothing tells any more who reported.' })
export class EraseOwnDataInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
}

@ObjectType({
  description: 'Everything that is kept of the reporter, as a file. That it was asked for is in the audit.',
})
export class OwnDataExported {
  @Field(() => String, { description: 'Name for saving it.' }) fileName!: string;
  @Field(() => String, { description: 'Media type of the file.' }) mediaType!: string;
  @Field(() => String, {
    description: 'The file. A NIK is masked always; contacts are for whoever came by an access code.',
  })
  content!: string;
}

@ObjectType({ description: 'The wish was taken in.' })
export class OwnDataErased {
  @Field(() => Boolean, {
    description: 'Whether it is done; false while the report runs: then 14 days after its end.',
  })
  isErased!: boolean;
}

const ExportOwnDataResult = createUnionType({
  name: 'ExportOwnDataResult',
  description: 'The file, or why not.',
  types: () => [OwnDataExported, InvalidInput, NotFound, TooManyRequests] as const,
});

const EraseOwnDataResult = createUnionType({
  name: 'EraseOwnDataResult',
  description: 'What became of the wish.',
  types: () => [OwnDataErased, InvalidInput, NotFound] as const,
});

@Resolver()
export class OwnDataMutations {
  @Mutation(() => ExportOwnDataResult, {
    description: 'Gives the reporter everything that is kept: of one report, or of all of the account.',
  })
  async exportOwnData(
    @Arg('input', () => ExportOwnDataInput, { description: 'Of what.' }) input: ExportOwnDataInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await exportOwnData(deps, input, viewer);
    return result.ok ? Object.assign(new OwnDataExported(), result.value) : toUserError(result.failure);
  }

  @Mutation(() => EraseOwnDataResult, {
    description:
      'Erases who reported: name, contacts, NIK, address and the link to an account. The report stays.',
  })
  async eraseOwnData(
    @Arg('input', () => EraseOwnDataInput, { description: 'Of which report.' }) input: EraseOwnDataInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await eraseOwnData(deps, input, viewer);
    return result.ok ? Object.assign(new OwnDataErased(), result.value) : toUserError(result.failure);
  }
}
