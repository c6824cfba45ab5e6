import { test } from 'tap'
import { codes, onlyRow } from './sheet.ts'

const salary = async (cell: string, heading = 'Salary', options = {}) => {
  const row = await onlyRow(`Company,${heading}\nNorthwind,"${cell}"`, options)
  return { range: row.application.salaryRange, notes: row.application.notes, remarks: codes(row) }
}

test('an amount with currency and period becomes the salary range, in minor units', async (t) => {
  t.same(await salary('€55.000 - 65.000 per year'), {
    range: { minimum: 5_500_000, maximum: 6_500_000, currency: 'EUR', period: 'year' },
    notes: null,
    remarks: [],
  })
  t.same((await salary('45,50 €/h')).range, { minimum: 4550, maximum: 4550, currency: 'EUR', period: 'hour' })
  t.same((await salary('CA$90-110k a year')).range, {
    minimum: 9_000_000,
    maximum: 11_000_000,
    currency: 'CAD',
    period: 'year',
  })
  t.same((await salary('up to £80k pa')).range, {
    minimum: null,
    maximum: 8_000_000,
    currency: 'GBP',
    period: 'year',
  })
  t.same((await salary('6000000 JPY per year')).range, {
    minimum: 6_000_000,
    maximum: 6_000_000,
    currency: 'JPY',
    period: 'year',
  })
})

test('a currency in the heading is the one of the amounts beneath it, unless they name another', async (t) => {
  for (const [heading, cell, currency] of [
    ['Comp (USD)', '95000', 'USD'],
    ['Salary in CHF', '95000', 'CHF'],
    ['Pay €', '95000', 'EUR'],
    ['Salary (CAD)', '$95,000', 'CAD'],
    ['Salary (EUR)', '£95,000', 'GBP'],
  ] as const)
    t.match((await salary(cell, heading)).range, { minimum: 9_500_000, currency }, heading)
  t.equal((await salary('95000', 'Salary MAX')).range, null)
})

test('the minor unit of each currency is the one of ISO 4217', async (t) => {
  for (const [currency, minimum] of [
    ['HUF', 120_000_000],
    ['ISK', 1_200_000],
    ['TND', 1_200_000_000],
    ['CLF', 12_000_000_000],
  ] as const)
    t.match((await salary('1 200 000 per month', 'Salary', { currency })).range, { minimum, currency })
})

test('without a currency the amount stays in the notes, unless the client names one', async (t) => {
  t.same(await salary('90,000'), {
    range: null,
    notes: 'Salary: 90,000',
    remarks: ['Salary: currency_not_stated'],
  })
  t.same((await salary('90,000', 'Salary', { currency: 'USD' })).range, {
    minimum: 9_000_000,
    maximum: 9_000_000,
    currency: 'USD',
    period: 'year',
  })
})

test('what is assumed is said, and stays readable as written', async (t) => {
  const read = await salary('$90,000')
  t.same(read.range, { minimum: 9_000_000, maximum: 9_000_000, currency: 'USD', period: 'year' })
  t.equal(read.notes, 'Salary: $90,000')
  t.same(read.remarks, ['Salary: currency_assumed', 'Salary: period_assumed'])
  t.same((await salary('25 EUR', 'Hourly rate')).remarks, [])
})

test('what is not one amount or range is not read', async (t) => {
  for (const cell of [
    'competitive, 401k match',
    '12 LPA',
    '401k EUR match per year',
    'asked for 90k EUR per year',
    'negotiable',
    '90k then 100k',
    '100k - 90k EUR',
  ]) {
    t.equal((await salary(cell)).range, null, cell)
    t.equal((await salary(cell)).notes, `Salary: ${cell}`)
  }
})

test('two columns make one range', async (t) => {
  const row = await onlyRow(
    'Company,Salary min,Salary max,Currency,Pay period\nNorthwind,50000,60000,EUR,year',
  )
  t.same(row.application.salaryRange, {
    minimum: 5_000_000,
    maximum: 6_000_000,
    currency: 'EUR',
    period: 'year',
  })
  t.equal(row.application.notes, null)
})

test('two columns in two currencies make none', async (t) => {
  const row = await onlyRow('Company,Salary min,Salary max\nNorthwind,€50k per year,£60k per year')
  t.match(row.application, {
    salaryRange: null,
    notes: 'Salary min: €50k per year\nSalary max: £60k per year',
  })
})
