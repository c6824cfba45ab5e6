// Files as the trackers write them, with what real ones hold: commas, quotes and line breaks in cells, empty columns,
// columns of one's own.

const CRLF = '\r\n'
const BOM = '\uFEFF'

export const HUNTR_FILE = [
  'Company,Job Title,List,Location,URL,Source,Salary,Date Added,Date Applied,Description,Notes,Color,',
  '"Halden, Inc.",Test Engineer,Wishlist,Bergen,https://halden.example/jobs/7,LinkedIn,,2026-01-10,,,,#2a7,',
  'Brightwater,Test Engineer,Applied,,,Company website,€62 per hour,2026-01-10,2026-01-12,"Rigs, ""cold"" and hot.\nTravel now and then.",A friend works there,,',
  'Orrin,Rig Lead,Interview,,,,,2026-01-11,2026-01-13,,,,',
  'Vesper,Rig Lead,Offer,,,,,2026-01-11,2026-01-14,,,,',
  'Lowmark,Rig Lead,Rejected,,,,,2026-01-11,2026-01-15,,Position was cancelled,,',
  'Sundby,Rig Lead,Phone Screen,,,,,2026-01-11,2026-01-16,,,,',
  '',
].join(CRLF)

export const TEAL_FILE = [
  `${BOM}Company Name,Job Title,Status,Date Saved,Date Applied,Job Source,URL,Salary,Excitement,Notes`,
  'Halden,Test Engineer,Bookmarked,1/13/2026,,LinkedIn,https://halden.example/jobs/7,,4,',
  'Halden,Rig Lead,Applying,1/13/2026,,,,,,"Two pages,\nno photo"',
  'Brightwater,Test Engineer,Applied,1/13/2026,2/3/2025,Indeed,,"$70,000 a year",,',
  'Orrin,Test Engineer,INTERVIEWING,1/13/2026,2/4/2025,,,,,',
  'Vesper,Test Engineer,Negotiating,1/14/2026,2/5/2025,,,,,',
  'Lowmark,Test Engineer,Not selected,1/14/2026,2/6/2025,,,,,"They took ""someone closer"""',
  'Sundby,Test Engineer,Archived,1/14/2026,2/7/2025,,,,,',
  'Tern,Test Engineer,I Withdrew,1/14/2026,2/8/2025,,,,,',
  'Kestrel,Test Engineer,No Response,1/14/2026,2/9/2025,,,,,',
  'Wren,Test Engineer,Accepted,1/14/2026,2/10/2025,,,,,',
].join('\n')

export const SIMPLIFY_FILE = [
  'Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes',
  'Test Engineer,Halden,https://halden.example/jobs/7,,SAVED,,False,,',
  '"Test Engineer, Rigs",Brightwater,,2026-01-12,APPLIED,2026-01-12,False,,"Sent with\nthe long letter"',
  'Test Engineer,Orrin,,2026-01-13,INTERVIEWING,2026-01-20,False,,',
  'Test Engineer,Vesper,,2026-01-13,OFFER,2026-02-02,False,,',
  'Test Engineer,Lowmark,,2026-01-13,REJECTED,2026-02-03,True,2026-02-20,',
  'Test Engineer,Sundby,,2026-01-14,APPLIED,2026-01-14,True,2026-02-21,',
  '',
].join(CRLF)

const JOBS = [
  '2026-01-16,No,N/A,Halden,Test Engineer,Unknown,Not specified,N/A,N/A,New',
  '2026-01-15,No,2026-01-15,Brightwater,Test Engineer,Full Time,Hybrid,"Bergen, Norway",LinkedIn,Draft',
  '2026-01-14,Yes,2026-01-14,Orrin,Test Engineer,Part Time,Remote,N/A,Company Career page,Applied',
  '2026-01-13,Yes,2026-01-13,Vesper,"Rig ""Lead""",Contract,Onsite,N/A,N/A,Interview',
  '2026-01-12,Yes,2026-01-12,Lowmark,Test Engineer,Unknown,Not specified,N/A,N/A,Offer',
  '2026-01-11,Yes,2026-01-11,Sundby,Test Engineer,Unknown,Not specified,N/A,N/A,Rejected',
  '2026-01-10,No,N/A,Tern,Test Engineer,Unknown,Not specified,N/A,N/A,Expired',
  '2026-01-09,Yes,2026-01-09,Kestrel,Test Engineer,Unknown,Not specified,N/A,N/A,Archived',
]

/** Numbers its rows anew with each file, and ends the lines of one file in two ways. */
export const jobSyncFile = (jobs = JOBS): string => {
  const headings =
    'index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,JobSource,Status'
  const [first, ...others] = jobs.map((job, at) => `${at + 1},${job}`)
  return [`${headings}${CRLF}${first}`, ...others].join('\n')
}

const NEWER_JOB = '2026-01-17,No,N/A,Heron,Test Engineer,Unknown,Not specified,N/A,N/A,Draft'
export const JOBSYNC_FILE = jobSyncFile()
export const LATER_JOBSYNC_FILE = jobSyncFile([NEWER_JOB, ...JOBS])

const ENTRY = {
  Company: '',
  Role: 'Test Engineer',
  Stage: 'applied',
  'Stage Date': '',
  'Application Date': '2026-01-03',
  Location: '',
  Salary: '',
  Source: '',
  URL: '',
  Tags: '',
  Contacts: '',
  Notes: '',
  'Closed Reason': '',
  'Stage History': '',
  Timeline: '',
  'Created At': '2026-01-01T09:12:44.120Z',
  'Updated At': '2026-02-20T18:03:09.007Z',
}

export type Entry = Partial<typeof ENTRY>

/** All cells in quotes. */
export const reactiveResumeFile = (entries: Entry[]): string => {
  const rows = entries.map((entry) => Object.values({ ...ENTRY, ...entry }))
  const lines = [Object.keys(ENTRY), ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  )
  return `${BOM}${lines.join(CRLF)}${CRLF}`
}

export const REACTIVE_RESUME_FILE = reactiveResumeFile([
  {
    Company: 'Halden',
    Stage: 'saved',
    'Stage Date': '2026-01-01',
    'Application Date': '2026-01-01',
    'Stage History': 'Saved (2026-01-01)',
    Timeline: '2026-01-01: Saved',
  },
  {
    Company: 'Brightwater, "Rigs"',
    'Stage Date': '2026-01-03',
    Location: 'Bergen',
    Salary: '€62,000 per year',
    Source: 'Referral',
    URL: 'https://bright.example/7',
    Tags: '["remote","rigs; cold"]',
    Contacts: 'Ada (Recruiter, Referral)\nBo',
    Notes: "'- ask about travel\n- and the boat",
    'Stage History': 'Applied (2026-01-03)',
    Timeline: '2026-01-03: Applied',
  },
  {
    Company: 'Orrin',
    Stage: 'interview',
    'Stage Date': '2026-01-12',
    'Stage History':
      'Saved (2026-01-02) → Applied (2026-01-03) → Screening (2026-01-08) → Interview (2026-01-12)',
    Timeline:
      '2026-01-02: Saved\n2026-01-03: Applied\n2026-01-08: Screening\n2026-01-09: They called.\nA kind voice.\n2026-01-12: Interview\n2026-01-20: Technical interview (2026-01-20T23:30:00.000Z)',
  },
  {
    Company: 'Vesper',
    Stage: 'offer',
    'Stage Date': '2026-02-02',
    'Stage History': 'Applied (2026-01-03) → Interview (2026-01-15) → Offer (2026-02-02)',
    Timeline: '2026-01-03: Applied\n2026-01-15: Interview\n2026-02-02: Offer',
  },
  {
    Company: 'Lowmark',
    Stage: 'closed',
    'Stage Date': '2026-02-12',
    'Closed Reason': 'not-selected',
    'Stage History': 'Applied (2026-01-03) → Closed (2026-02-12)',
    Timeline: '2026-01-03: Applied\n2026-02-12: Closed',
  },
  {
    Company: 'Sundby',
    Stage: 'closed',
    'Stage Date': '2026-02-13',
    'Closed Reason': 'no-response',
    'Stage History': 'Applied (2026-01-03) → Closed (2026-02-13)',
    Timeline: '2026-01-03: Applied\n2026-02-13: Closed',
  },
  {
    Company: 'Kestrel',
    Stage: 'closed',
    'Stage Date': '2026-02-15',
    'Closed Reason': 'accepted-other',
    'Stage History': 'Applied (2026-01-03) → Offer (2026-02-01) → Closed (2026-02-15)',
    Timeline: '2026-01-03: Applied\n2026-02-01: Offer\n2026-02-15: Closed',
  },
])
