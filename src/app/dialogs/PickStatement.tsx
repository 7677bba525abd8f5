/** Picks a statement of the map by searching, for whoever asks: the answer to a critical question, say. */
import { nameOfNode } from '../../model/naming.ts'
import { useApplication, type PickRequest } from '../app-state.ts'
import { ElementEntry } from './ConnectTo.tsx'
import { PickDialog } from './PickDialog.tsx'

export function PickStatement({ request }: { readonly request: PickRequest }) {
  const { graph } = useApplication().context().state
  const { title, from, onPick, returnTo } = request
  return (
    <PickDialog
      title={title}
      placeholder={`${title} Type a few words of it`}
      empty="No statement on the map has these words."
      items={from.map((id) => ({ id, words: nameOfNode(graph, id), content: <ElementEntry id={id} /> }))}
      onPick={onPick}
      returnTo={returnTo}
    />
  )
}
