value = 'sub value'
