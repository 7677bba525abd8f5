/** Which premise of a scheme each premise of a relation is, when premises go or get other ids. */
import type { NodeId } from './graph.ts'

/** Nodes by the name that the scheme gives the premise. */
export type Roles = Readonly<Record<string, NodeId>>

/** The roles that are left to these premises, or undefined if none is; the very same ones if none goes. */
export function rolesWithin(roles: Roles | undefined, from: readonly NodeId[]): Roles | undefined {
  if (!roles || Object.values(roles).every((node) => from.includes(node))) return roles
  const left = Object.entries(roles).filter(([, node]) => from.includes(node))
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** The roles with nodes under other ids, where these have one. */
export function rolesRenamed(roles: Roles | undefined, ids: ReadonlyMap<NodeId, NodeId>): Roles | undefined {
  return (
    roles && Object.fromEntries(Object.entries(roles).map(([name, node]) => [name, ids.get(node) ?? node]))
  )
}

/** A relation with other roles; without that field if there are none. */
export function withRoles<T extends { readonly roles?: Roles }>(relation: T, roles: Roles | undefined): T {
  if (relation.roles === roles) return relation
  const { roles: _, ...rest } = relation
  return (roles === undefined ? rest : { ...rest, roles }) as T
}

/** Sets the roles of a draft, or removes the field. */
export function setRoles(relation: { roles?: Record<string, NodeId> }, roles: Roles | undefined): void {
  if (roles === undefined) delete relation.roles
  else relation.roles = { ...roles }
}
