print('folder', __name__)
q = 3
