import { describe, expect, it } from 'vitest'
import { TestEditor } from '../support/test-editor.ts'

describe('building an argument by keyboard alone', () => {
  it('takes one key per statement besides its text, and each is one step of undo', () => {
    const editor = new TestEditor()
      .press('Enter')
      .type('Build the road')
      .press('Tab')
      .type('Freight gets cheaper')
      .press('Enter')
      .type('Villages are reached')
      .press('Shift+Tab')
      .type('Few people live there')
      .press('Shift+Tab')
      .type('They have no other road')

    expect(editor.sentences).toEqual([
      'Freight gets cheaper supports Build the road',
      'Villages are reached supports Build the road',
      'Few people live there attacks Villages are reached',
      'They have no other road attacks Few people live there',
    ])
    expect(editor.state.past.map((step) => step.label)).toEqual([
      'Add claim',
      'Add claim',
      'Add claim',
      'Add counterpoint',
      'Add counterpoint',
    ])
  })
})
