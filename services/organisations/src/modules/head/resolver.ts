import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { Organisation, headTitle } from '../organisation/index.ts';
import { OrganisationHead } from './graphql.ts';

@Resolver(() => Organisation)
export class OrganisationHeadResolver {
  @FieldResolver(() => OrganisationHead, { description: 'Its highest official.' })
  head(@Root() organisation: Organisation): OrganisationHead {
    const title = organisation.enteredHead.title ?? headTitle(organisation);
    return Object.assign(new OrganisationHead(), { title, organisation });
  }
}

@Resolver(() => OrganisationHead)
export class HeadContactResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the official in office: the registered officer, else the name that was entered; null when nobody is known. Public: heads of agencies answer by name.',
  })
  async name(
    @Root() { organisation }: OrganisationHead,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.head.load(organisation.id))?.name ?? organisation.enteredHead.name;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the official is registered as an officer, and so can sign in.',
  })
  async isRegisteredOfficer(
    @Root() { organisation }: OrganisationHead,
    @Ctx() { loaders }: Context,
  ): Promise<boolean> {
    return (await loaders.head.load(organisation.id)) !== null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Mail address to which reports are handed over while nobody staffs the organisation. Only for officers of the same government and the national desk; null for others.',
  })
  email(@Root() head: OrganisationHead, @Ctx() context: Context): Promise<string | null> {
    return ifReadable(head, context, head.organisation.enteredHead.email);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Postal address for letters. Only for officers of the same government and the national desk; null for others.',
  })
  address(@Root() head: OrganisationHead, @Ctx() context: Context): Promise<string | null> {
    return ifReadable(head, context, head.organisation.enteredHead.address);
  }
}

async function ifReadable(
  { organisation }: OrganisationHead,
  { placedViewer }: Context,
  value: string | null,
): Promise<string | null> {
  return value !== null && may(await placedViewer(), 'readHeadContact', organisation) ? value : null;
}
