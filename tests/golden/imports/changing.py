a = 'before the error'
1 / 0
