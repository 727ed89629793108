def main(): return 'called'
