import { join } from 'node:path'
import { test } from 'tap'
import { readSheet } from './sheets.ts'

test('labels are read in their several spellings', (t) => {
  const folder = t.testdir({
    'label.csv':
      'id,text,label\n1,"I was late, again.",no\n2,I am a fool.,YES\n3,Bad at SQL.,soft\n4,x,0\n5,y,true\n',
    'crisis.csv': 'id,text,crisis\n1,a,explicit\n2,b,none\n',
  })
  const { subject, rows } = readSheet(join(folder, 'label.csv'))
  t.equal(subject, 'label')
  t.strictSame(
    rows.map(({ label }) => label),
    ['no', 'yes', 'soft', 'no', 'yes'],
  )
  t.equal(rows[0]?.text, 'I was late, again.')
  t.strictSame(readSheet(join(folder, 'crisis.csv')).subject, 'crisis')
  t.end()
})

test('a file of another form is refused with one sentence', (t) => {
  const files = {
    'columns.csv': 'id,sentence\n1,a\n',
    'label.csv': 'id,text,label\n1,a,perhaps\n',
    'text.csv': 'id,text,label\n1,,yes\n',
    'empty.csv': '',
    'quotes.csv': 'id,text,label\n1,"a,yes\n',
  }
  const folder = t.testdir(files)
  for (const name of [...Object.keys(files), 'missing.csv'])
    t.throws(() => readSheet(join(folder, name)), { message: /^[^\n]+\.$/ }, name)
  t.end()
})
