import '../runner.ts'
